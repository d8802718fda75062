package dev.fattura.inquiry;

import static dev.fattura.support.Invocations.get;
import static dev.fattura.support.Invocations.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fattura.ledger.Work;
import dev.fattura.runtime.HttpReply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListWaitingFunctionTest {

    private final BothSides sides = BothSides.drafted();

    @BeforeEach
    void fill() {
        sides.waiting(
                Work.of(Work.Queue.WRITE_BACK_PROPOSAL, "USMF", "INV-1"),
                Work.of(Work.Queue.WRITE_BACK_JOURNAL, "USMF", "USMF-IJ-000001"),
                Work.of(Work.Queue.PROPOSAL, "USMF", "INV-1002")
                        .waiting("rows-missing", "2 of 3 billed sales are staged."),
                Work.of(Work.Queue.JOURNAL, "USMF", "USMF-IJ-000002"),
                Work.of(Work.Queue.IMPORT, "USMF", "row-1")
                        .waiting("rate-missing", "There is no exchange rate from EUR on 2026-01-05."),
                Work.of(Work.Queue.IMPORT, "DEMF", "row-of-another-company"),
                Work.of(Work.Queue.CROSSING_INVOICE, Work.OFFICE, "INV-1003"));
    }

    @Test
    void company_hasWhatWaits_inTheOrderOfTheSteps_withCodeAndCause() {
        assertThat(json(ask("company=USMF")))
                .isEqualTo(
                        json(
                                """
                                {"company":"USMF","waiting":[
                                 {"queue":"import","id":"row-1","code":"rate-missing",
                                  "cause":"There is no exchange rate from EUR on 2026-01-05."},
                                 {"queue":"journal","id":"USMF-IJ-000002","cause":"waits for the next run"},
                                 {"queue":"proposal","id":"INV-1002","code":"rows-missing","cause":"2 of 3 billed sales are staged.",
                                  "remedy":"Wait until all billed sales have crossed, then import again; the sweep stages late ones."},
                                 {"queue":"writeBackJournal","id":"USMF-IJ-000001","cause":"waits for the next run"},
                                 {"queue":"writeBackProposal","id":"INV-1","cause":"waits for the next run"}]}
                                """));
    }

    @Test
    void longQueues_areListedPageByPage() {
        JsonNode first = json(ask("company=USMF", "limit=3"));
        assertThat(first.at("/waiting").findValuesAsText("queue")).containsExactly("import", "journal", "proposal");
        JsonNode second = json(
                ask("company=USMF", "limit=3", "cursor=" + first.get("next").asText()));
        assertThat(second.at("/waiting").findValuesAsText("queue"))
                .containsExactly("writeBackJournal", "writeBackProposal");
        assertThat(second.has("next")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"company=DEMF", "company=no id"})
    void unknownCompany_isNotFound(String query) {
        assertThat(ask(query).statusCode()).isEqualTo(404);
    }

    @Test
    void companyMustBeNamed() {
        assertThat(ask().statusCode()).isEqualTo(400);
        assertThat(json(ask()).at("/code").asText()).isEqualTo("member-missing");
    }

    private HttpReply ask(String... query) {
        return sides.ask(new ListWaitingFunction(sides.finance)::listWaiting, get("/staging", "", query));
    }
}
