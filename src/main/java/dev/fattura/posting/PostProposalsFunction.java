package dev.fattura.posting;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Invoice;
import dev.fattura.runtime.Body;
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
import java.time.Clock;

/** Posts proposals: on schedule those of all companies, by {@code POST /proposals/{proposal}/post} one. */
public class PostProposalsFunction {

    private final Table finance;
    private final PostProposals posting;
    private final ToldPostings told;

    public PostProposalsFunction(Finance finance, Clock clock, Metrics metrics) {
        this.finance = finance.table();
        this.told = new ToldPostings(finance.table(), metrics);
        this.posting = new PostProposals(finance.table(), clock);
    }

    @Funq("post-proposals")
    public HttpReply postProposals(Invocation invocation) {
        return invocation.scheduled()
                ? Http.answer(invocation, schedule -> Reply.ok(PostingReportJson.proposals(all())))
                : Http.command(invocation, finance, this::postOne);
    }

    private PostingReport all() {
        return told.ofAll(Metric.PROPOSAL_POSTING_WAITING, posting.all());
    }

    private Reply postOne(Request request, Command command) {
        Invoice.Id proposal = new Invoice.Id(request.pathId("proposal"));
        Body body = request.body();
        Dates dates = new Dates(
                body.optional("invoiceDate", body::date).orElse(null),
                body.optional("dueDate", body::date).orElse(null));
        body.end();
        return Reply.ok(PostingReportJson.proposals(told.ofOne(posting.post(proposal, dates, command))));
    }
}
