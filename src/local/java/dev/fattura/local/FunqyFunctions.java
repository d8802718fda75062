package dev.fattura.local;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.quarkus.amazon.lambda.runtime.JacksonInputReader;
import io.quarkus.amazon.lambda.runtime.JacksonOutputWriter;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.funqy.lambda.FunqyRequestImpl;
import io.quarkus.funqy.lambda.FunqyResponseImpl;
import io.quarkus.funqy.runtime.ApplicationException;
import io.quarkus.funqy.runtime.FunctionInvoker;
import io.quarkus.funqy.runtime.FunctionRecorder;
import io.quarkus.funqy.runtime.RequestContextImpl;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Calls the {@code @Funq} functions of this application the way the Lambda binding of Funqy does, with its readers, its writers and a
 * request scope for each call. The one difference: it may call any of them, where a Lambda is one.
 */
public final class FunqyFunctions implements Functions {
    @Override
    public byte[] invoke(String function, byte[] event) throws FunctionError {
        FunctionInvoker invoker = FunctionRecorder.registry.matchInvoker(function);
        if (invoker == null) {
            throw new FunctionError(
                    function, new IllegalArgumentException("The template names a function that does not exist"));
        }
        try {
            Object input = invoker.hasInput() ? read(invoker, event) : null;
            return write(invoker, call(invoker, input));
        } catch (ApplicationException | CompletionException wrapped) {
            throw new FunctionError(function, wrapped.getCause() == null ? wrapped : wrapped.getCause());
        } catch (IOException | RuntimeException | TimeLimit.OutOfTime failure) {
            throw new FunctionError(function, failure);
        }
    }

    public static boolean exists(String function) {
        return FunctionRecorder.registry.matchInvoker(function) != null;
    }

    private static Object read(FunctionInvoker invoker, byte[] event) throws IOException {
        Object reader = invoker.getBindingContext().get(ObjectReader.class.getName());
        return new JacksonInputReader((ObjectReader) reader).readValue(new ByteArrayInputStream(event));
    }

    private static @Nullable Object call(FunctionInvoker invoker, @Nullable Object input) {
        ManagedContext scope = Arc.container().requestContext();
        scope.activate();
        try {
            FunqyResponseImpl response = new FunqyResponseImpl();
            invoker.invoke(new FunqyRequestImpl(new RequestContextImpl(), input), response);
            return response.getOutput().await().indefinitely();
        } finally {
            scope.terminate();
        }
    }

    private static byte[] write(FunctionInvoker invoker, @Nullable Object output) throws IOException {
        if (output == null || !invoker.hasOutput()) {
            return new byte[0];
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Object writer = invoker.getBindingContext().get(ObjectWriter.class.getName());
        new JacksonOutputWriter((ObjectWriter) writer).writeValue(bytes, output);
        return bytes.toByteArray();
    }
}
