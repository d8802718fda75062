package dev.fattura.posting;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Journal;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.store.Finance;
import dev.fattura.store.Table;
import dev.fattura.watch.Metric;
import dev.fattura.watch.Metrics;
import io.quarkus.funqy.Funq;

/** Posts journals: on schedule those of all companies, by {@code POST /journals/{journal}/post} one. */
public class PostJournalsFunction {

    private final Table finance;
    private final PostJournals posting;
    private final ToldPostings told;

    public PostJournalsFunction(Finance finance, Metrics metrics) {
        this.finance = finance.table();
        this.told = new ToldPostings(finance.table(), metrics);
        this.posting = new PostJournals(finance.table());
    }

    @Funq("post-journals")
    public HttpReply postJournals(Invocation invocation) {
        return invocation.scheduled()
                ? Http.answer(invocation, schedule -> Reply.ok(PostingReportJson.journals(all())))
                : Http.command(invocation, finance, this::postOne);
    }

    private PostingReport all() {
        return told.ofAll(Metric.JOURNAL_POSTING_WAITING, posting.all());
    }

    private Reply postOne(Request request, Command command) {
        Journal.Id journal = new Journal.Id(request.pathId("journal"));
        request.body().end();
        return Reply.ok(PostingReportJson.journals(told.ofOne(posting.post(journal, command))));
    }
}
