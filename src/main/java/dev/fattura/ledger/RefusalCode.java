package dev.fattura.ledger;

/**
 * Every refusal that Fattura knows, with the class that alone decides the HTTP status (style.md, 6 and 7). The code is
 * stable: clients may rely on it. The remedy tells a person what to do.
 */
public enum RefusalCode implements Coded {
    // What was sent cannot be read or is not well formed.
    BODY_TOO_LARGE("body-too-large", Kind.TOO_LARGE, "Send fewer entries in one request."),
    BODY_MALFORMED("body-malformed", Kind.MALFORMED, "Send a well-formed JSON object in UTF-8."),
    MEMBER_MISSING("member-missing", Kind.MALFORMED, "Add the member that the pointer names."),
    MEMBER_UNKNOWN("member-unknown", Kind.MALFORMED, "Remove the member that the pointer names, or correct its name."),
    MEMBER_INVALID("member-invalid", Kind.MALFORMED, "Correct the member that the pointer names."),
    TOO_MANY_DECIMALS("too-many-decimals", Kind.MALFORMED, "Round the value to the decimals that it may have."),
    UNKNOWN_VALUE("unknown-value", Kind.MALFORMED, "Use one of the values that are listed."),
    HEADER_INVALID("header-invalid", Kind.MALFORMED, "Correct the header."),
    IF_MATCH_REQUIRED(
            "if-match-required",
            Kind.PRECONDITION_REQUIRED,
            "Read the invoice and send its ETag in the If-Match header."),

    // Who asks is not known, or may not ask this.
    UNAUTHENTICATED(
            "unauthenticated",
            Kind.UNAUTHENTICATED,
            "Send a token of the identity provider: Authorization: Bearer ..."),
    ROLE_MISSING(
            "role-missing",
            Kind.FORBIDDEN,
            "Ask who gives roles and companies for one that allows this; then get a new token."),

    // What was asked for is not there.
    NOT_FOUND("not-found", Kind.NOT_FOUND, "Check the id; record it first if it is new."),

    // What was asked contradicts what is there.
    UNKNOWN_REFERENCE(
            "unknown-reference", Kind.UNPROCESSABLE, "Check the id that the pointer names, or record it first."),
    NEGATIVE_VALUE("negative-value", Kind.UNPROCESSABLE, "Send a value above zero."),
    WRONG_CURRENCY("wrong-currency", Kind.UNPROCESSABLE, "State the amount in the currency that is asked for."),
    WRONG_COMPANY("wrong-company", Kind.UNPROCESSABLE, "Use a contract and a project of the same company."),
    WRONG_CONTRACT("wrong-contract", Kind.UNPROCESSABLE, "Put only lines of the invoice's own contract on it."),
    WRONG_LINE("wrong-line", Kind.UNPROCESSABLE, "Use a contract line that bills this."),
    NOT_EDITABLE(
            "not-editable",
            Kind.UNPROCESSABLE,
            "Leave what cannot be edited as it is, or remove the line from the draft."),
    MILESTONE_NOT_READY("milestone-not-ready", Kind.UNPROCESSABLE, "Mark it ready to invoice first."),
    WRONG_CUSTOMER(
            "wrong-customer", Kind.UNPROCESSABLE, "Bill each customer only what he bears, on an invoice of his own."),
    SPLIT_INCOMPLETE("split-incomplete", Kind.UNPROCESSABLE, "Let the splits of the customers sum to 100 per cent."),
    ROUNDING_CUSTOMER(
            "rounding-customer",
            Kind.UNPROCESSABLE,
            "Let exactly one of the customers, who bears a part, bear what splitting leaves over."),
    MILESTONES_INCOMPLETE(
            "milestones-incomplete", Kind.UNPROCESSABLE, "Let the milestones add up to the contracted amount."),
    PROGRESS_EXCEEDED(
            "progress-exceeded", Kind.UNPROCESSABLE, "Invoice no more than what remains of the contracted amount."),
    DUPLICATE_LINE("duplicate-line", Kind.UNPROCESSABLE, "Name each line once."),
    NOTHING_TO_INVOICE(
            "nothing-to-invoice",
            Kind.UNPROCESSABLE,
            "Approve transactions or mark milestones ready first, or choose a later date."),
    LATER_THAN_INVOICE(
            "later-than-invoice",
            Kind.UNPROCESSABLE,
            "Give the invoice a later date, or leave the work to a later invoice."),
    NOT_CORRECTABLE(
            "not-correctable",
            Kind.UNPROCESSABLE,
            "Leave the line out; milestones and retainers are credited in full, products by a new line."),
    CORRECTION_UNCHANGED(
            "correction-unchanged",
            Kind.UNPROCESSABLE,
            "Give the line a new total quantity or price, or remove it from the corrective invoice."),
    BILLING_TYPE_LOCKED(
            "billing-type-locked",
            Kind.UNPROCESSABLE,
            "Keep the billing type that was invoiced: credit the line in full and bill the work again."),
    REVISION_TOO_LARGE(
            "revision-too-large",
            Kind.UNPROCESSABLE,
            "Revise it into a draft of its own, or name the lines that are to be corrected."),
    NOTHING_TO_REVISE(
            "nothing-to-revise", Kind.UNPROCESSABLE, "Nothing of it can be corrected, or all of it is already."),
    RETAINER_EXCEEDED(
            "retainer-exceeded",
            Kind.UNPROCESSABLE,
            "Take no more than the open balance of the retainer and the chargeable lines of the invoice allow."),
    ACCOUNT_MISSING("account-missing", Kind.UNPROCESSABLE, "Name a main account for every posting type."),
    IDEMPOTENCY_KEY_REUSED(
            "idempotency-key-reused", Kind.UNPROCESSABLE, "Send the request as it was first sent, or use a new key."),
    ALREADY_RECORDED("already-recorded", Kind.CONFLICT, "Leave it as it is, or record it under another id."),
    ALREADY_APPROVED(
            "already-approved",
            Kind.CONFLICT,
            "Leave the transaction out; it has its actuals. Correct it by a new one."),
    APPROVAL_CANCELLED(
            "approval-cancelled",
            Kind.CONFLICT,
            "Approve the work again as another transaction, under an id of its own."),
    NOT_TO_EXCEED(
            "not-to-exceed",
            Kind.CONFLICT,
            "Make room within the limit (cancel or reset other work), then have it reevaluated."),
    ALREADY_ON_INVOICE(
            "already-on-invoice", Kind.CONFLICT, "Leave the line out, or delete the draft that holds it first."),
    INVOICE_CHANGED(
            "invoice-changed", Kind.PRECONDITION_FAILED, "Read the invoice again and decide on what it is now."),
    INVOICE_CONFIRMED(
            "invoice-confirmed",
            Kind.CONFLICT,
            "A confirmed invoice is read-only; correct it by a corrective invoice."),
    INVOICE_NOT_CONFIRMED(
            "invoice-not-confirmed",
            Kind.CONFLICT,
            "Edit the draft, or confirm it first: only what is billed is corrected."),
    REVISION_IN_PROGRESS(
            "revision-in-progress",
            Kind.CONFLICT,
            "Confirm or delete the draft that revises it first, or remove the corrections of it from that draft."),
    ALREADY_CORRECTED(
            "already-corrected", Kind.CONFLICT, "Correct the billed sales that the correction wrote instead of these."),
    RETAINER_USED(
            "retainer-used",
            Kind.CONFLICT,
            "Take the retainer off the other invoice, or correct that invoice, before this."),
    INVOICE_NOT_DRAFT(
            "invoice-not-draft", Kind.CONFLICT, "Wait until drafting ends, or send the drafting request again."),
    PROPOSAL_ONE_WAY(
            "proposal-one-way",
            Kind.NOT_ALLOWED,
            "Confirm or correct the proforma invoice in the office; its proposal follows by itself."),
    PROPOSAL_NOT_READY(
            "proposal-not-ready", Kind.CONFLICT, "Post the journals and run Import from staging, then post again."),
    PROPOSAL_POSTED("proposal-posted", Kind.CONFLICT, "Nothing to do: it is posted."),
    PROPOSAL_CHANGED(
            "proposal-changed", Kind.PRECONDITION_FAILED, "Read the proposal again and decide on what it is now."),
    EXCHANGE_RATE_MISSING(
            "exchange-rate-missing", Kind.UNPROCESSABLE, "Record an exchange rate that is valid on that date first."),
    SALES_TAX_GROUP_UNKNOWN(
            "sales-tax-group-unknown",
            Kind.UNPROCESSABLE,
            "Use a group of the set-up by which the proposal was imported; to go by a newer one, delete its lines and import"
                    + " again."),
    SALES_TAX_CODE_RATE_MISSING(
            "sales-tax-code-rate-missing",
            Kind.UNPROCESSABLE,
            "Add a rate that is valid on that date to the sales tax code of the company first."),
    PERIOD_CLOSED("period-closed", Kind.CONFLICT, "Open the fiscal period, or give the customer invoice another date."),
    SALES_TAX_CHANGED(
            "sales-tax-changed",
            Kind.PRECONDITION_FAILED,
            "Read the sales tax set-up again and decide on what it is now."),
    PRINT_TOO_LONG("print-too-long", Kind.UNPROCESSABLE, "Ask for layout=summary or layout=summaryByCategory."),
    JOURNAL_NOT_READY("journal-not-ready", Kind.CONFLICT, "Run Import from staging again; it finishes the journal."),
    JOURNAL_POSTED("journal-posted", Kind.CONFLICT, "Nothing to do: it is posted."),
    JOURNAL_ERROR(
            "journal-error",
            Kind.CONFLICT,
            "Mend what its lines say, or delete them; then reset the journal to draft and post it again."),
    JOURNAL_CANCELED(
            "journal-canceled",
            Kind.CONFLICT,
            "Nothing to do: it has no lines; the next import takes their rows again."),
    LINE_POSTED(
            "line-posted", Kind.CONFLICT, "A posted line stays for good; correct what it bills in the office instead."),
    ORIGINAL_UNPOSTED("original-unposted", Kind.CONFLICT, "Post the journal of what its lines reverse first."),
    ACCOUNTING_CURRENCY_FIXED(
            "accounting-currency-fixed",
            Kind.CONFLICT,
            "Keep the accounting currency; record another company for another one."),
    COMPANY_CHANGED(
            "company-changed", Kind.PRECONDITION_FAILED, "Read the company again and decide on what it is now."),
    MAP_PAUSED("map-paused", Kind.CONFLICT, "Resume the table map first."),
    COMMAND_IN_PROGRESS("command-in-progress", Kind.CONFLICT, "Send the same request again in a moment.");

    /** The class of a refusal. */
    public enum Kind {
        MALFORMED(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        NOT_ALLOWED(405),
        CONFLICT(409),
        PRECONDITION_FAILED(412),
        TOO_LARGE(413),
        UNPROCESSABLE(422),
        PRECONDITION_REQUIRED(428);

        private final int httpStatus;

        Kind(int httpStatus) {
            this.httpStatus = httpStatus;
        }

        public int httpStatus() {
            return httpStatus;
        }
    }

    private final String code;
    private final Kind kind;
    private final String remedy;

    RefusalCode(String code, Kind kind, String remedy) {
        this.code = code;
        this.kind = kind;
        this.remedy = remedy;
    }

    @Override
    public String code() {
        return code;
    }

    public Kind kind() {
        return kind;
    }

    public String remedy() {
        return remedy;
    }
}
