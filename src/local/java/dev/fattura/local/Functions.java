package dev.fattura.local;

/** Where the local cloud invokes functions: JSON bytes in, JSON bytes out, as with Lambda. No bytes stand for no answer. */
@FunctionalInterface
public interface Functions {
    byte[] invoke(String function, byte[] event) throws FunctionError;
}
