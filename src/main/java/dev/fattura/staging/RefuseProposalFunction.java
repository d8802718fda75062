package dev.fattura.staging;

import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import io.quarkus.funqy.Funq;

/** {@code POST /proposals}, {@code PUT} and {@code DELETE /proposals/{proposal}}: always refused, whether there is such a proposal or not. */
public class RefuseProposalFunction {

    private static final String ONE_WAY =
            "Creating, changing or deleting a proposal directly in finance is not supported:"
                    + " proposals cross from the office to finance one way, when a proforma invoice is confirmed.";

    @Funq("refuse-proposal")
    public HttpReply refuseProposal(Invocation invocation) {
        return Http.answer(invocation, request -> {
            throw new Refused(RefusalCode.PROPOSAL_ONE_WAY, ONE_WAY);
        });
    }
}
