package dev.fattura.local.stream;

/** The pause before a batch is sent again; injected, so that a test of ten retries does not take their time. */
@FunctionalInterface
public interface Pause {
    void before(int retry) throws InterruptedException;

    /** Doubles from a tenth of a second and stays at five seconds: a person is watching. */
    static Pause doubling() {
        return retry -> Thread.sleep(Math.min(5_000L, 100L << Math.min(retry - 1, 6)));
    }
}
