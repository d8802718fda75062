package dev.fattura.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * The SAM translation of the template, deployed to an emulator of CloudFormation with the choices that add and drop resources: what refers to what is not there, goes round in a
 * circle shows here and not in an account, and so does a property that the service does not take, but of the types that only a stand-in plays. It needs Python with aws-sam-translator,
 * cfn-lint and moto, and is skipped without.
 */
class EmulatedDeploymentTest {

    /** The exit code by which the script says that something it needs is not installed. */
    private static final int SKIPPED = 77;

    @Test
    void deployment_createsEveryResource_andNoOther_whateverIsChosen() throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder("python3", "infra/emulate.py")
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException noPython) {
            assumeTrue(false, "There is no python3: " + noPython.getMessage());
            return;
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assumeTrue(process.exitValue() != SKIPPED, said);

        assertThat(said.lines())
                .filteredOn(line -> line.contains(": CREATE_COMPLETE, "))
                .extracting(line -> line.substring(0, line.indexOf(':')))
                .containsExactly("defaults", "own key, address, JVM", "own topic");
        assertThat(said)
                .doesNotContainPattern("not created: (?!none)")
                .doesNotContainPattern("created against its condition: (?!none)");
        // Of these nothing but their being there is shown; infra/README.md says so.
        assertThat(said.lines())
                .contains(
                        "by a stand-in: AWS::ApiGatewayV2::Api, AWS::ApiGatewayV2::Stage, AWS::CodeDeploy::Application,"
                                + " AWS::CodeDeploy::DeploymentGroup, AWS::Lambda::EventInvokeConfig, AWS::Logs::MetricFilter,"
                                + " AWS::SNS::Subscription, AWS::SNS::TopicPolicy, AWS::SQS::QueuePolicy, AWS::Scheduler::Schedule");
        assertThat(process.exitValue()).as(said).isZero();
    }
}
