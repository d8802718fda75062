package dev.fattura.coldstart;

import dev.fattura.artifact.JvmBootstrap;
import dev.fattura.support.TlsFront;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A way to run the function.
 *
 * @param zip what is deployed; empty for the one that is only measured beside
 */
record Contestant(String name, List<String> command, Optional<Path> zip) {

    private static final String RUNTIME = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    private static final String QUARKUS = "io.quarkus.funqy.lambda.FunqyStreamHandler::handleRequest";

    /** As Lambda starts its managed Java runtimes. */
    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+TieredCompilation",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m");

    /** The native executable of a build folder, if that build made one. */
    static Optional<Contestant> nativeOf(Path build) throws IOException {
        Path artifact = build.resolve("quarkus-artifact.properties");
        if (!Files.exists(artifact)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (InputStream file = Files.newInputStream(artifact)) {
            properties.load(file);
        }
        if (!"native".equals(properties.getProperty("type"))) {
            return Optional.empty();
        }
        return Optional.of(new Contestant(
                "native",
                List.of(build.resolve(properties.getProperty("path")).toString()),
                Optional.of(build.resolve("function.zip"))));
    }

    /** The JVM artifact, without and with an archive of its classes, and the plain Java Lambda with the same libraries. */
    static List<Contestant> ofJvm(Path build, Path scratch) throws IOException {
        Path zip = build.resolve("function.zip");
        Path unpacked = unpacked(zip, scratch.resolve("jvm"));
        String libraries = unpacked + ":" + jars(unpacked.resolve("lib")) + ":" + pathOf(RUNTIME) + ":"
                + pathOf("com.amazonaws.services.lambda.runtime.serialization.PojoSerializer");
        String archive = scratch.resolve("classes.jsa").toString();
        // An archive holds classes of jars alone, and not of folders.
        String archived = libraries.replaceFirst(
                Pattern.quote(unpacked.toString()),
                jarOf(zip, scratch.resolve("application.jar")).toString());
        return List.of(
                new Contestant("JVM", java(List.of(), libraries, QUARKUS), Optional.of(zip)),
                new Contestant(
                        "JVM with a class archive",
                        java(List.of("-XX:SharedArchiveFile=" + archive), archived, QUARKUS),
                        Optional.of(zip)),
                new Contestant(
                        "plain Java, no framework",
                        java(
                                List.of(),
                                build.resolve("classes") + ":" + build.resolve("test-classes") + ":" + libraries,
                                PlainConfirm.class.getName()),
                        Optional.empty()));
    }

    /** The command of a JVM that starts, is primed or not, and then takes its first event. */
    static List<String> started(Path build, Path scratch, boolean primed) throws IOException {
        Path unpacked = scratch.resolve("jvm");
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(List.of(
                "-D" + JvmBootstrap.PRIMED + "=" + primed,
                "-cp",
                unpacked + ":" + jars(unpacked.resolve("lib")) + ":" + build.resolve("test-classes"),
                JvmBootstrap.class.getName()));
        return command;
    }

    /** The same with the store behind TLS, as it is in the cloud. */
    Contestant overTls(TlsFront store) {
        List<String> overTls = new ArrayList<>(List.of("env", "QUARKUS_DYNAMODB_ENDPOINT_OVERRIDE=" + store.address()));
        overTls.addAll(command);
        overTls.addAll(store.trusting());
        return new Contestant(name + ", store over TLS", overTls, zip);
    }

    /** The same with the classes that it loads written to its archive when it ends. */
    Contestant recording() {
        return new Contestant(
                name,
                command.stream()
                        .map(word -> word.replace("-XX:SharedArchiveFile=", "-XX:ArchiveClassesAtExit="))
                        .toList(),
                zip);
    }

    private static List<String> java(List<String> flags, String classPath, String handler) {
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, RUNTIME, handler));
        return command;
    }

    private static String pathOf(String className) {
        try {
            return Path.of(Class.forName(className)
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (ReflectiveOperationException | java.net.URISyntaxException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static String jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return String.join(":", files.map(Path::toString).sorted().toList());
        }
    }

    /** The classes and resources of the zip outside of its libraries, as a jar. */
    private static Path jarOf(Path zip, Path jar) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip));
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (!entry.isDirectory() && !entry.getName().startsWith("lib/")) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    entries.transferTo(out);
                }
            }
        }
        return jar;
    }

    private static Path unpacked(Path zip, Path folder) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                Files.createDirectories(entry.isDirectory() ? target : target.getParent());
                if (!entry.isDirectory()) {
                    Files.copy(entries, target);
                }
            }
        }
        return folder;
    }
}
