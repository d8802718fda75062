package dev.fattura.local;

/** What Lambda calls a function error: the function was invoked and did not answer. */
public final class FunctionError extends Exception {
    private final String type;

    public FunctionError(String function, Throwable cause) {
        super(function + ": " + cause, cause);
        this.type = cause.getClass().getName();
    }

    /** The class of what was thrown, which Lambda calls {@code errorType}. */
    public String type() {
        return type;
    }
}
