package dev.fattura.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void options_areThoseOfTheReadme_whenNoneIsGiven() {
        Options options = Options.parse();

        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.withSample()).isTrue();
        assertThat(options.sampleOnly()).isFalse();
        assertThat(options.template()).hasToString("infra/template.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--prot=1", "port=1", "--port", "--port=65536", "--port=x", "--port=-1"})
    void option_isRefused_whenItIsUnknownOrNoPort(String argument) {
        assertThatThrownBy(() -> Options.parse(argument)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "rate(1 minute),PT1M",
        "rate(15 minutes),PT15M",
        "rate(2 hours),PT2H",
        "rate(1 day),P1D",
    })
    void interval_isThatOfTheRate_whenTheScheduleHasOne(String expression, String interval) {
        assertThat(Schedules.interval(expression)).isEqualTo(interval);
    }

    @Test
    void cron_hasSecondsInFront_whenReadByTheScheduler() {
        assertThat(Schedules.quartz("0 2 * * ? *")).isEqualTo("0 0 2 * * ? *");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux,amd64,libsqlite4java-linux-amd64-1.0.392.so,true",
        "Linux,aarch64,libsqlite4java-linux-amd64-1.0.392.so,false",
        "Mac OS X,aarch64,libsqlite4java-osx-aarch64-1.0.392.dylib,true",
        "Mac OS X,x86_64,libsqlite4java-osx-aarch64-1.0.392.dylib,false",
        "Mac OS X,x86_64,libsqlite4java-osx-1.0.392.dylib,true",
        "Windows 11,amd64,sqlite4java-win32-x64-1.0.392.dll,true",
    })
    void library_isFound_whenItIsOfThePlatform(String system, String processor, String file, boolean found) {
        assertThat(NativeLibrary.isLibrary(file, NativeLibrary.nameFor(system, processor)))
                .isEqualTo(found);
    }
}
