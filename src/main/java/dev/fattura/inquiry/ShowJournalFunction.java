package dev.fattura.inquiry;

import dev.fattura.ledger.Journal;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Reply;
import dev.fattura.store.Finance;
import io.quarkus.funqy.Funq;

/** {@code GET /journals/{journal}}: an integration journal with a page of its lines and their ledger entries. */
public class ShowJournalFunction {

    private final JournalInquiry journals;

    public ShowJournalFunction(Finance finance) {
        journals = new JournalInquiry(finance);
    }

    @Funq("show-journal")
    public HttpReply showJournal(Invocation invocation) {
        return Http.answer(invocation, request -> {
            PageRequest page = PageRequest.of(request);
            Journal.Id journal = new Journal.Id(request.pathId("journal"));
            return Reply.ok(JournalJson.of(journals.read(journal, page)));
        });
    }
}
