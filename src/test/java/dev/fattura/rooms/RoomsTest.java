package dev.fattura.rooms;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may know whom. Each room is asserted non-empty, since a rule about nothing always holds (style.md, trap 5). */
class RoomsTest {

    private static final String ROOT = "dev.fattura";
    private static final List<String> KERNEL = List.of("money", "ledger", "store", "runtime", "watch");

    /** The rooms of ours that each room may know, besides itself. */
    private static final Map<String, List<String>> ALLOWED = Map.ofEntries(
            Map.entry("money", List.of()),
            Map.entry("ledger", List.of("money")),
            Map.entry("watch", List.of()),
            Map.entry("store", List.of("ledger", "money", "watch")),
            Map.entry("runtime", List.of("store", "ledger", "money", "watch")),
            Map.entry("contract", KERNEL),
            Map.entry("proforma", KERNEL),
            // What the crossings carry, and whether.
            Map.entry("maps", KERNEL),
            Map.entry("header", List.of("money", "ledger", "store", "runtime", "watch", "maps")),
            Map.entry("actuals", List.of("money", "ledger", "store", "runtime", "watch", "maps")),
            Map.entry("staging", KERNEL),
            Map.entry("posting", KERNEL),
            Map.entry("writeback", List.of("money", "ledger", "store", "runtime", "watch", "maps")),
            Map.entry("inquiry", KERNEL),
            Map.entry("print", KERNEL),
            // The conductor that calls the crossings again.
            Map.entry(
                    "sweep",
                    List.of(
                            "money",
                            "ledger",
                            "store",
                            "runtime",
                            "watch",
                            "maps",
                            "contract",
                            "proforma",
                            "header",
                            "actuals",
                            "writeback")));

    /** Time and chance come in as data, from the outer skin; and where the store waits and names its transactions. */
    private static final Map<String, Set<String>> TIME_AND_CHANCE = Map.of(
            "java.time.Instant", Set.of("now"),
            "java.time.LocalDate", Set.of("now"),
            "java.time.LocalDateTime", Set.of("now"),
            "java.time.ZonedDateTime", Set.of("now"),
            "java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system"),
            "java.util.UUID", Set.of("randomUUID"),
            "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
            "java.lang.Math", Set.of("random"),
            "java.util.concurrent.ThreadLocalRandom", Set.of("current"));

    private static final Set<String> MAY_CALL_TIME_AND_CHANCE =
            Set.of("dev.fattura.store.DynamoTable", "dev.fattura.store.Patience$Waits");

    private static JavaClasses ours;

    @BeforeAll
    static void read() {
        ours = new ClassFileImporter().importPath(Path.of(System.getProperty("fattura.build", "target"), "classes"));
    }

    @TestFactory
    Stream<DynamicTest> room_hasClasses() {
        return ALLOWED.keySet().stream()
                .sorted()
                .map(room -> DynamicTest.dynamicTest(room, () -> assertThat(ours.stream()
                                .filter(resideInAPackage(packageOf(room)))
                                .filter(type -> !type.getSimpleName().equals("package-info")))
                        .as("classes of " + room)
                        .isNotEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> room_knowsOnlyWhatItMay() {
        return ALLOWED.keySet().stream()
                .sorted()
                .map(room -> DynamicTest.dynamicTest(room, () -> {
                    String[] allowed = Stream.concat(Stream.of(room), ALLOWED.get(room).stream())
                            .map(RoomsTest::packageOf)
                            .toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideInAPackage(packageOf(room))
                            .should()
                            .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(allowed))))
                            .allowEmptyShould(true)
                            .check(ours);
                }));
    }

    @Test
    void everyClass_livesInARoom() {
        String[] rooms = ALLOWED.keySet().stream().map(RoomsTest::packageOf).toArray(String[]::new);
        classes()
                .that(resideInAPackage(ROOT + "..").and(not(packageInfo())))
                .should()
                .resideInAnyPackage(rooms)
                .check(ours);
    }

    /** And what a decider uses of its own slice is held to the same rule, so that none reaches the store round a corner. */
    @Test
    void deciders_knowTheLedgerAndMoneyOnly() {
        Set<JavaClass> pure = new LinkedHashSet<>();
        Deque<JavaClass> open = new ArrayDeque<>(ours.stream()
                .filter(type -> outermost(type).getSimpleName().endsWith("Decider"))
                .toList());
        assertThat(open).isNotEmpty();
        while (!open.isEmpty()) {
            JavaClass type = open.pop();
            if (pure.add(type)) {
                type.getDirectDependenciesFromSelf().stream()
                        .map(Dependency::getTargetClass)
                        .filter(target -> target.getPackageName().equals(type.getPackageName()))
                        .forEach(open::push);
            }
        }
        DescribedPredicate<JavaClass> decider =
                DescribedPredicate.describe("are deciders or used by deciders of their slice", pure::contains);
        classes()
                .that(decider)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(packageOf("ledger"), packageOf("money"), "java..", "org.jspecify..")
                                .or(decider))
                .check(ours);
    }

    @Test
    void onlyTheStoreAndItsWiring_knowAws() {
        noClasses()
                .that(not(resideInAPackage(packageOf("store"))).and(not(named("dev.fattura.runtime.Wiring"))))
                .should()
                .dependOnClassesThat(resideInAPackage("software.amazon.."))
                .check(ours);
    }

    @Test
    void onlyThePrint_knowsThePdfLibrary() {
        noClasses()
                .that(not(resideInAPackage(packageOf("print"))))
                .should()
                .dependOnClassesThat(resideInAPackage("com.lowagie.."))
                .check(ours);
    }

    @Test
    void onlyOneFile_rounds() {
        noClasses()
                .that(not(named("dev.fattura.money.Rounding")))
                .should()
                .dependOnClassesThat(named("java.math.RoundingMode").or(named("java.math.MathContext")))
                .check(ours);
    }

    @Test
    void nothing_isADoubleOrAFloat() {
        classes().should(haveNoDoubleOrFloat()).check(ours);
    }

    @Test
    void timeAndChance_comeInAsData() {
        noClasses()
                .that(not(resideInAPackage(packageOf("runtime"))))
                .should()
                .callMethodWhere(new DescribedPredicate<JavaMethodCall>("clock or chance is asked") {
                    @Override
                    public boolean test(JavaMethodCall call) {
                        return TIME_AND_CHANCE
                                        .getOrDefault(call.getTargetOwner().getFullName(), Set.of())
                                        .contains(call.getName())
                                && !MAY_CALL_TIME_AND_CHANCE.contains(
                                        call.getOriginOwner().getFullName());
                    }
                })
                .check(ours);
    }

    @Test
    void packages_areNullMarked() {
        Set<String> packages = ours.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
        assertThat(packages).hasSizeGreaterThan(ALLOWED.size() - 1);
        for (String name : packages) {
            assertThat(ours.getPackage(name).isAnnotatedWith(NullMarked.class))
                    .as(name + " is @NullMarked")
                    .isTrue();
        }
    }

    private static JavaClass outermost(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer;
    }

    private static String packageOf(String room) {
        return ROOT + "." + room + "..";
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return DescribedPredicate.describe(name, type -> type.getFullName().equals(name));
    }

    private static DescribedPredicate<JavaClass> packageInfo() {
        return DescribedPredicate.describe(
                "package-info", type -> type.getSimpleName().equals("package-info"));
    }

    private static ArchCondition<JavaClass> haveNoDoubleOrFloat() {
        Set<String> inexact = Set.of("double", "float", "java.lang.Double", "java.lang.Float", "[D", "[F");
        return new ArchCondition<>("have no double or float as field, parameter or result") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaField field : type.getFields()) {
                    report(inexact.contains(field.getRawType().getFullName()), field.getFullName(), events);
                }
                for (JavaCodeUnit code : type.getCodeUnits()) {
                    boolean found = Stream.concat(
                                    Stream.of(code.getRawReturnType()), code.getRawParameterTypes().stream())
                            .anyMatch(raw -> inexact.contains(raw.getFullName()));
                    report(found, code.getFullName(), events);
                }
            }

            private void report(boolean found, String where, ConditionEvents events) {
                if (found) {
                    events.add(SimpleConditionEvent.violated(where, where + " is or takes a double or a float"));
                }
            }
        };
    }
}
