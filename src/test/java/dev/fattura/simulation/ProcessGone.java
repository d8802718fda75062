package dev.fattura.simulation;

/** The process is gone: an error, since the code of a function answers for exceptions, and a dead process answers for nothing. */
final class ProcessGone extends Error {

    private static final long serialVersionUID = 1L;

    ProcessGone() {
        super("the process is gone", null, false, false);
    }
}
