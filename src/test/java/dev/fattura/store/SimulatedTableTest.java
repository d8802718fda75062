package dev.fattura.store;

import dev.fattura.simulation.SimulatedDynamoDb;
import dev.fattura.simulation.StoreMeter;

/** The contract against the real code of the table on the DynamoDB of the simulation. */
class SimulatedTableTest extends TableContract {

    @Override
    Table emptyTable() {
        return new DynamoTable(SimulatedDynamoDb.undisturbed(StoreMeter.NONE), "simulated", new Patience(pause -> {
            throw new AssertionError("Nothing to wait for");
        }));
    }
}
