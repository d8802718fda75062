package dev.fattura.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** The SQLite library that DynamoDB Local stores with: one for each platform, and not for all of them. */
final class NativeLibrary {
    private NativeLibrary() {}

    /** Fails early and in words: without its library DynamoDB Local starts, and answers every call with an internal error. */
    static void require(Path directory) throws IOException {
        String wanted = nameFor(System.getProperty("os.name"), System.getProperty("os.arch"));
        try (Stream<Path> files = Files.list(directory)) {
            if (files.noneMatch(file -> isLibrary(file.getFileName().toString(), wanted))) {
                throw new IllegalStateException("DynamoDB Local needs " + wanted + " in " + directory.toAbsolutePath()
                        + ", which Maven has no artifact of. Copy it there from the DynamoDB Local download of AWS, or start"
                        + " DynamoDB Local elsewhere and give its address with --endpoint=http://127.0.0.1:8000.");
            }
        }
    }

    static String nameFor(String system, String processor) {
        String name = system.toLowerCase(Locale.ROOT);
        boolean isArm = processor.equals("aarch64") || processor.equals("arm64");
        if (name.contains("mac")) {
            return isArm ? "libsqlite4java-osx-aarch64" : "libsqlite4java-osx";
        }
        if (name.contains("windows")) {
            return "sqlite4java-win32-" + (isArm ? "aarch64" : "x64");
        }
        return "libsqlite4java-linux-" + (isArm ? "aarch64" : "amd64");
    }

    /** The files carry a version or none: {@code libsqlite4java-osx-1.0.392.dylib}, and not {@code libsqlite4java-osx-aarch64-...}. */
    static boolean isLibrary(String file, String wanted) {
        return file.startsWith(wanted + ".") || file.matches(java.util.regex.Pattern.quote(wanted) + "-\\d.*");
    }
}
