package dev.fattura.store;

/**
 * A commit that the store would refuse, since a transaction has 4 MB at most: a fact is written with its whole sheet, so few facts may be
 * many bytes. Nothing is written of it, and what it writes can be in smaller parts ({@link Parts}).
 */
public final class CommitTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommitTooLarge(long bytes) {
        super(bytes + " bytes are more than a transaction has");
    }
}
