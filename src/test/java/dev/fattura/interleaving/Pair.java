package dev.fattura.interleaving;

import dev.fattura.support.World;
import java.util.List;
import java.util.function.Consumer;

/**
 * Who acts at the same time.
 *
 * @param before makes the world as it is beforehand
 * @param join whether both ask for the same: whoever comes while the other one is at it helps him, and is answered as he is
 */
record Pair(String name, Consumer<Winery> before, List<Act> acts, boolean join) {

    World world() {
        World world = new World();
        world.audit().waive("Every course is audited that ends otherwise than those before it.");
        before.accept(new Winery(world));
        return world;
    }

    @Override
    public String toString() {
        return name;
    }
}
