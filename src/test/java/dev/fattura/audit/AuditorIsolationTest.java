package dev.fattura.audit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The auditor shares no code with what it judges. */
class AuditorIsolationTest {

    /** They test it and may use what they like. */
    private static final Set<String> TESTS = Set.of("GoodTables", "Sample", "Plant", "Which");

    @Test
    void auditor_knowsNothingOfTheMainCodeButRawItems() {
        JavaClasses all = new ClassFileImporter()
                .importPath(
                        Path.of(System.getProperty("fattura.build", "target"), "test-classes", "dev/fattura/audit"));
        DescribedPredicate<JavaClass> auditor =
                DescribedPredicate.describe("the auditor", AuditorIsolationTest::judges);
        assertThat(all.that(auditor)).hasSizeGreaterThan(15);

        classes()
                .that(auditor)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..")
                        .or(resideInAPackage("dev.fattura.audit")
                                .and(not(DescribedPredicate.describe(
                                        "tests", type -> type.getSimpleName().endsWith("Test")))))
                        .or(assignableTo(Item.class))
                        .or(assignableTo(Key.class)))
                .check(all);
    }

    private static boolean judges(JavaClass type) {
        String name = type.getName().replaceAll(".*\\.|\\$.*", "");
        return !name.endsWith("Test") && !name.endsWith("Plants") && !TESTS.contains(name);
    }
}
