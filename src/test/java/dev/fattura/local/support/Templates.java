package dev.fattura.local.support;

import dev.fattura.local.template.Template;
import dev.fattura.local.template.TemplateReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Templates for the tests of the local cloud. */
public final class Templates {
    private Templates() {}

    public static Template small() {
        try {
            return TemplateReader.read(Path.of("src/test/resources/local/template.yaml"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
