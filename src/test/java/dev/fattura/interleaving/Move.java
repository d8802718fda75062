package dev.fattura.interleaving;

/**
 * What happens next: a player goes on to its next call of the store, or crashes instead of it.
 *
 * @param player by its index
 */
record Move(int player, boolean crash) {

    @Override
    public String toString() {
        return (crash ? "crash " : "") + (char) ('A' + player);
    }
}
