package dev.fattura.inquiry;

import dev.fattura.ledger.Invoice;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Reply;
import dev.fattura.store.Finance;
import io.quarkus.funqy.Funq;

/** {@code GET /proposals/{proposal}}: an invoice proposal with a page of its lines, and its ledger entries once posted; its version is the ETag. */
public class ShowProposalFunction {

    private final ProposalInquiry proposals;

    public ShowProposalFunction(Finance finance) {
        proposals = new ProposalInquiry(finance);
    }

    @Funq("show-proposal")
    public HttpReply showProposal(Invocation invocation) {
        return Http.answer(invocation, request -> {
            PageRequest page = PageRequest.of(request);
            Invoice.Id proposal = new Invoice.Id(request.pathId("proposal"));
            ProposalInquiry.Page found = proposals.read(proposal, page);
            return Reply.ok(ProposalJson.of(found)).withVersion(found.proposal().version());
        });
    }
}
