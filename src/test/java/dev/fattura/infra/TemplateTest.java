package dev.fattura.infra;

import static dev.fattura.infra.Template.at;
import static dev.fattura.infra.Template.attributeOwner;
import static dev.fattura.infra.Template.object;
import static dev.fattura.infra.Template.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.funqy.Funq;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The template decides what no other test sees: which function an address starts, where its facts lie and what stays when a
 * stack goes. Most of its mistakes deploy without a word, so they are caught here. Delivery and permissions have tests of
 * their own beside this one.
 */
class TemplateTest {

    private static final Template TEMPLATE = Template.read(Path.of("infra", "template.yaml"));

    // ---- functions: one artifact, each its own part of it

    @Test
    void exports_equalTheCompiledFunctions_inBothDirections() {
        Set<String> compiled = compiledFunctions();

        assertThat(compiled).as("methods with @Funq under dev.fattura").isNotEmpty();
        assertThat(TEMPLATE.exports()).containsExactlyInAnyOrderElementsOf(compiled);
    }

    @Test
    void exports_areDifferent_forEachFunction() {
        assertThat(TEMPLATE.exports()).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void functions_shareOneArtifact_withoutExceptions() {
        assertThat(text(at(TEMPLATE.root(), "Globals", "Function", "CodeUri"))).isEqualTo("../target/function.zip");
        assertThat(TEMPLATE.functions()).isNotEmpty().allSatisfy(function -> assertThat(function.properties())
                .as(function.id())
                .doesNotContainKeys("CodeUri", "InlineCode", "ImageUri", "Runtime", "Handler", "Architectures"));
    }

    @Test
    void functions_leaveTheSignalsToLambda_asTheNativeExecutableMust() {
        Object variables = at(TEMPLATE.root(), "Globals", "Function", "Environment", "Variables");

        assertThat(at(variables, "DISABLE_SIGNAL_HANDLERS")).isEqualTo("true");
    }

    @Test
    void functions_areStarted_byAtLeastOneTrigger() {
        Set<String> triggered = new TreeSet<>();
        TEMPLATE.routes().forEach(route -> triggered.add(route.export()));
        TEMPLATE.streamMappings().forEach(mapping -> triggered.add(mapping.export()));
        TEMPLATE.schedules().forEach(schedule -> triggered.add(schedule.export()));
        TEMPLATE.queueMappings().forEach(mapping -> triggered.add(mapping.export()));

        assertThat(triggered).isNotEmpty().containsExactlyInAnyOrderElementsOf(TEMPLATE.exports());
    }

    @Test
    void functions_knowTheTables_theyHaveRightsOnAndNoOther() {
        assertThat(TEMPLATE.functions()).isNotEmpty().allSatisfy(function -> {
            Set<String> named = new TreeSet<>();
            if (function.environment().containsKey("FATTURA_OFFICE_TABLE")) {
                named.add(text(at(function.environment().get("FATTURA_OFFICE_TABLE"), "Ref")));
            }
            if (function.environment().containsKey("FATTURA_FINANCE_TABLE")) {
                named.add(text(at(function.environment().get("FATTURA_FINANCE_TABLE"), "Ref")));
            }
            assertThat(named)
                    .as(function.id())
                    .isEqualTo(TEMPLATE.tableActions(function).keySet());
        });
    }

    @Test
    void functions_writeToALogGroupOfTheirOwn_withRetention() {
        Map<String, Map<String, Object>> groups = TEMPLATE.resources("AWS::Logs::LogGroup");
        Set<String> used = new HashSet<>();

        assertThat(TEMPLATE.functions()).isNotEmpty().allSatisfy(function -> {
            String group = text(at(function.properties(), "LoggingConfig", "LogGroup", "Ref"));
            assertThat(used.add(group))
                    .as("%s has a log group of its own", function.id())
                    .isTrue();
            assertThat(groups).as(function.id()).containsKey(group);
            assertThat(at(groups.get(group), "Properties", "LogGroupName", "Fn::Sub"))
                    .isEqualTo("/aws/lambda/fattura-${Stage}-" + function.export());
            assertThat(at(function.properties(), "FunctionName", "Fn::Sub"))
                    .isEqualTo("fattura-${Stage}-" + function.export());
        });
        assertThat(groups.values()).isNotEmpty().allSatisfy(group -> assertThat(
                        at(group, "Properties", "RetentionInDays"))
                .isNotNull());
    }

    // ---- API

    @Test
    void routes_doNotCollide_whateverTheirPathVariablesAreCalled() {
        assertThat(TEMPLATE.routes().stream()
                        .map(route ->
                                route.text("Method") + " " + route.text("Path").replaceAll("\\{[^}]*}", "{}")))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void routes_nameOneMethodAndOnePath_onTheOneApi() {
        assertThat(TEMPLATE.routes()).isNotEmpty().allSatisfy(route -> {
            assertThat(route.text("Method")).isIn("GET", "POST", "PUT", "PATCH", "DELETE");
            assertThat(route.text("Path")).matches("(/([a-z-]+|\\{[a-z]+}))+");
            assertThat(at(route.properties(), "ApiId", "Ref")).isEqualTo("Api");
        });
    }

    @Test
    void api_isThrottled_andLogsItsAccessWithoutContent() {
        Map<String, Map<String, Object>> apis = TEMPLATE.resources("AWS::Serverless::HttpApi");

        assertThat(apis.values()).hasSize(1).allSatisfy(api -> {
            Object settings = at(api, "Properties", "DefaultRouteSettings");
            assertThat(at(settings, "ThrottlingRateLimit")).isNotNull();
            assertThat(at(settings, "ThrottlingBurstLimit")).isNotNull();
            String format = text(at(api, "Properties", "AccessLogSettings", "Format"));
            assertThat(Template.json(format).size()).isGreaterThan(3);
            assertThat(format).doesNotContainIgnoringCase("body").doesNotContain("$context.path", "authorizer");
            assertThat(TEMPLATE.resources("AWS::Logs::LogGroup"))
                    .containsKey(attributeOwner(at(api, "Properties", "AccessLogSettings", "DestinationArn")));
        });
    }

    @Test
    void everyRoute_needsATokenOfTheIssuerForTheAudience() {
        Object auth = at(TEMPLATE.resources().get("Api"), "Properties", "Auth");

        assertThat(at(auth, "DefaultAuthorizer")).isEqualTo("Token");
        assertThat(object(at(auth, "Authorizers"))).containsOnlyKeys("Token");
        Object token = at(auth, "Authorizers", "Token");
        assertThat(at(token, "IdentitySource")).isEqualTo("$request.header.Authorization");
        assertThat(at(token, "JwtConfiguration", "issuer", "Ref")).isEqualTo("TokenIssuer");
        assertThat(at(token, "JwtConfiguration", "audience", "Ref")).isEqualTo("TokenAudiences");
        assertThat(TEMPLATE.routes()).isNotEmpty().allSatisfy(route -> assertThat(route.properties())
                .as(route.text("Path"))
                .doesNotContainKey("Auth"));
    }

    @Test
    void issuerAndAudiences_mustBeGiven_andAnExampleIsRefused() {
        for (String parameter : List.of("TokenIssuer", "TokenAudiences")) {
            Object given = at(TEMPLATE.root(), "Parameters", parameter);
            assertThat(object(given)).as(parameter).doesNotContainKey("Default");
            assertThat("<tenant-id>").doesNotMatch(text(at(given, "AllowedPattern")));
            assertThat("").doesNotMatch(text(at(given, "AllowedPattern")));
        }
        String issuer = text(at(TEMPLATE.root(), "Parameters", "TokenIssuer", "AllowedPattern"));
        assertThat("https://login.microsoftonline.com/<tenant-id>/v2.0").doesNotMatch(issuer);
        assertThat("http://login.microsoftonline.com/t/v2.0").doesNotMatch(issuer);
        assertThat("https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_A1b2C3d4E")
                .matches(issuer);
    }

    @Test
    void functions_haveNoOtherWayIn_andNoPageOfAnotherOriginHasOne() {
        assertThat(TEMPLATE.resources("AWS::Serverless::Api")).isEmpty();
        assertThat(TEMPLATE.resources("AWS::Lambda::Url")).isEmpty();
        assertThat(TEMPLATE.resources("AWS::Lambda::Permission")).isEmpty();
        assertThat(TEMPLATE.functions())
                .allSatisfy(function ->
                        assertThat(function.properties()).as(function.id()).doesNotContainKey("FunctionUrlConfig"));
        assertThat(object(at(TEMPLATE.resources().get("Api"), "Properties")))
                .doesNotContainKeys("CorsConfiguration", "DefinitionBody", "DefinitionUri");
    }

    /** The functions need none: their role is their key. One that came later belongs into Secrets Manager or SSM. */
    @Test
    void environment_holdsNoSecret() {
        Set<String> names = new TreeSet<>(object(at(TEMPLATE.root(), "Globals", "Function", "Environment", "Variables"))
                .keySet());
        TEMPLATE.functions()
                .forEach(function -> names.addAll(function.environment().keySet()));

        assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(name)
                .doesNotContainIgnoringCase("secret")
                .doesNotContainIgnoringCase("password")
                .doesNotContainIgnoringCase("token")
                .doesNotContainIgnoringCase("key"));
        assertThat(object(at(TEMPLATE.root(), "Parameters")).keySet())
                .allSatisfy(name ->
                        assertThat(name).doesNotContainIgnoringCase("secret").doesNotContainIgnoringCase("password"));
    }

    // ---- tables

    @Test
    void tables_stay_whenTheStackIsDeletedOrATableReplaced() {
        assertThat(TEMPLATE.tables().values()).hasSize(2).allSatisfy(table -> {
            assertThat(table).containsEntry("DeletionPolicy", "Retain").containsEntry("UpdateReplacePolicy", "Retain");
            assertThat(at(table, "Properties", "DeletionProtectionEnabled", "Ref"))
                    .isEqualTo("TableDeletionProtection");
        });
        assertThat(at(TEMPLATE.root(), "Parameters", "TableDeletionProtection", "Default"))
                .isEqualTo("true");
    }

    @Test
    void tables_canBeRestored_toAPointInTime() {
        assertThat(TEMPLATE.tables().values()).hasSize(2).allSatisfy(table -> assertThat(
                        at(table, "Properties", "PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled"))
                .isEqualTo(true));
    }

    @Test
    void tables_areKeyedStreamedAndEncrypted_asTheStoreExpects() {
        assertThat(TEMPLATE.tables()).containsOnlyKeys("OfficeTable", "FinanceTable");
        assertThat(TEMPLATE.tables().values()).allSatisfy(table -> {
            Map<String, Object> properties = object(table.get("Properties"));
            assertThat(properties.get("KeySchema"))
                    .isEqualTo(List.of(
                            Map.of("AttributeName", "pk", "KeyType", "HASH"),
                            Map.of("AttributeName", "sk", "KeyType", "RANGE")));
            assertThat(properties.get("AttributeDefinitions"))
                    .isEqualTo(List.of(
                            Map.of("AttributeName", "pk", "AttributeType", "S"),
                            Map.of("AttributeName", "sk", "AttributeType", "S")));
            assertThat(properties).containsEntry("BillingMode", "PAY_PER_REQUEST");
            assertThat(at(properties, "StreamSpecification", "StreamViewType")).isEqualTo("NEW_AND_OLD_IMAGES");
            assertThat(properties).doesNotContainKeys("GlobalSecondaryIndexes", "LocalSecondaryIndexes");
        });
    }

    private static Set<String> compiledFunctions() {
        Path classes = Path.of(System.getProperty("fattura.build", "target"), "classes");
        Set<String> names = new TreeSet<>();
        new ClassFileImporter()
                .importPath(classes).stream()
                        .filter(type -> type.getPackageName().equals("dev.fattura")
                                || type.getPackageName().startsWith("dev.fattura."))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Funq.class))
                        .forEach(method -> assertThat(names.add(functionName(method)))
                                .as("%s has a name of its own", method.getFullName())
                                .isTrue());
        return names;
    }

    /** Funqy calls a function by its method where the annotation gives no name. */
    private static String functionName(JavaMethod method) {
        String given = method.getAnnotationOfType(Funq.class).value();
        return given.isEmpty() ? method.getName() : given;
    }
}
