package dev.fattura.inquiry;

import dev.fattura.ledger.Company;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.Work;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Json;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.store.CompanyItem;
import dev.fattura.store.Finance;
import dev.fattura.store.Office;
import dev.fattura.store.Table;
import dev.fattura.store.WorkItem;
import io.quarkus.funqy.Funq;

/**
 * {@code GET /proposals/{proposal}/readiness}: why it has no lines yet; {@code GET /readiness?company=}: of all that wait;
 * {@code GET /invoices/{invoice}/progress}: how far an invoice is.
 */
public class ShowReadinessFunction {

    private final Table finance;
    private final ReadinessInquiry readiness;
    private final ProgressInquiry progress;

    public ShowReadinessFunction(Office office, Finance finance) {
        this.finance = finance.table();
        this.readiness = new ReadinessInquiry(office, finance);
        this.progress = new ProgressInquiry(office, finance);
    }

    @Funq("show-readiness")
    public HttpReply showReadiness(Invocation invocation) {
        return Http.answer(invocation, this::answer);
    }

    private Reply answer(Request request) {
        if (request.hasPathId("invoice")) {
            return Reply.ok(progress.of(new Invoice.Id(request.pathId("invoice"))));
        }
        return request.hasPathId("proposal")
                ? Reply.ok(ReadinessJson.of(readiness.of(new Invoice.Id(request.pathId("proposal")))))
                : waiting(request);
    }

    private Reply waiting(Request request) {
        String id = request.query("company")
                .orElseThrow(() -> new Refused(RefusalCode.MEMBER_MISSING, "The query parameter company is missing."));
        Company.Id company = new Company.Id(Missing.requireGiven("company", id));
        if (CompanyItem.find(finance, company).isEmpty()) {
            throw Missing.of("company", company);
        }
        PageRequest page = PageRequest.of(request);
        Listing<Work> listed = Listing.across(1, page, (part, after, limit) -> {
            WorkItem.Entries found = WorkItem.page(finance, Work.Queue.PROPOSAL, company.value(), after, limit);
            return new Listing.Slice<>(found.work(), found.next());
        });
        var json = Json.object().put("company", company.value());
        json.set(
                "proposals",
                Json.array(listed.entries(), work -> ReadinessJson.of(readiness.of(new Invoice.Id(work.id())))));
        return Reply.ok(listed.addNext(json));
    }
}
