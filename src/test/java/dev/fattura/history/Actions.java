package dev.fattura.history;

import static dev.fattura.history.Action.action;

import dev.fattura.audit.Moment;
import java.util.List;

/** Everything that can be done. A new capability adds its entries here. */
final class Actions {

    private static final List<Action> ALL = List.of(
            action("record contract", 3, List.of(), When::fewContracts, Recording::contract),
            action("record contract again", 1, List.of(), When::contracts, Recording::contractAgain),
            action("record exchange rate", 1, List.of(), When::always, Recording::anyRate),
            action("approve", 14, List.of(), When::contracts, Recording::approve),
            action("approve again", 1, List.of(), When::approvals, Recording::approveAgain),
            action("draft from backlog", 9, List.of(), When::contracts, Drafting::fromBacklog),
            action("draft of lines", 7, List.of(), When::contracts, Drafting::ofLines),
            action("edit header", 3, List.of(), When::drafts, Drafting::editHeader),
            action("delete draft", 3, List.of(), When::drafts, Drafting::delete),
            action("confirm", 10, List.of(), When::drafts, Drafting::confirm),
            action("confirm again", 1, List.of(), When::confirmations, Drafting::confirmAgain),
            action("repeat with key", 3, List.of(), When::kept, play -> play.repeat(play.any(play.kept()))),
            action("deliver", 10, List.of(), When::always, Carrying::deliver),
            action("deliver all again", 2, List.of(), When::always, Carrying::deliverAllAgain),
            action("lose records", 2, List.of(), When::always, Carrying::loseRecords),
            action("import all", 6, List.of(), When::always, Carrying::importAll),
            action("import company", 2, List.of(), When::always, Carrying::importCompany),
            action("import proposal", 3, List.of(), When::confirmed, Carrying::importProposal),
            action("post journal", 4, List.of(), When::journals, Carrying::postJournal),
            action("post journals", 4, List.of(), When::always, Carrying::postAllJournals),
            action("post proposal", 16, List.of(), When::proposals, Carrying::postProposal),
            action("post proposals", 3, List.of(), When::always, Carrying::postAllProposals),
            action("sweep", 4, List.of(), When::always, Carrying::sweep),
            action("ask of invoice", 3, List.of(), When::invoices, Asking::ofInvoice),
            action("ask of contract", 2, List.of(), When::contracts, Asking::ofContract),
            action("ask of finance", 2, List.of(), When::always, Asking::ofFinance),
            action("record retainer", 5, Correcting.RETAINER, When::contracts, Correcting::recordRetainer),
            action("schedule retainers", 2, Correcting.SCHEDULE, When::contracts, Correcting::scheduleRetainers),
            action("agree retainer", 3, Lines.ADD, When::drafts, Correcting::agreeRetainer),
            action("mark retainer", 2, Correcting.RETAINER, When::retainers, Correcting::markRetainer),
            action("refund retainer", 5, Correcting.REFUND, When::retainers, Correcting::refund),
            action("revise all", 4, Correcting.REVISE, When::confirmed, Correcting::reviseAll),
            action("revise some", 6, Correcting.REVISE, When::confirmed, Correcting::reviseSome),
            action("change company", 2, Bookkeeping.COMPANY, When::always, Bookkeeping::changeCompany),
            action("shut period", 2, Bookkeeping.PERIODS, When::always, Bookkeeping::shutPeriod),
            action("open period", 4, Bookkeeping.PERIODS, When::always, Bookkeeping::openPeriod),
            action("reset journal", 3, Bookkeeping.RESET, When::journals, Bookkeeping::resetJournal),
            action("delete journal line", 4, Bookkeeping.DELETE_LINE, When::journals, Bookkeeping::deleteLine),
            action("pause map", 2, Mapping.MAPS, When::always, Mapping::pause),
            action("resume map", 4, Mapping.MAPS, When::always, Mapping::resume),
            action("run map", 2, Mapping.RUN, When::always, Mapping::run),
            action("retry sync errors", 1, Mapping.RETRY, When::always, Mapping::retryErrors),
            action("add lines", 5, Lines.ADD, When::drafts, Lines::add),
            action("enter line", 4, Lines.ADD, When::drafts, Lines::enter),
            action("edit line", 10, Lines.EDIT, When::drafts, Lines::edit),
            action("remove line", 4, Lines.REMOVE, When::drafts, Lines::remove),
            action("refresh draft", 3, Lines.REFRESH, When::drafts, Lines::refresh),
            action("review draft", 3, Lines.REVIEW, When::drafts, Lines::review),
            action("confirm several", 4, Lines.BULK, When::drafts, Lines::confirmAll),
            action("mark backlog", 4, Planning.MARK, When::contracts, Planning::mark),
            action("evaluate backlog", 3, Planning.MARK, When::contracts, Planning::evaluate),
            action("cancel approval", 3, Planning.CANCEL, When::approvals, Planning::cancelApproval),
            action("edit proposal", 16, Planning.EDIT_PROPOSAL, When::proposals, Planning::editProposal),
            action("delete proposal lines", 16, Planning.DELETE_LINES, When::proposals, Planning::deleteLines),
            action("settle", 2, List.of(), When::always, Actions::settle));

    private Actions() {}

    /** Those whose routes are in the template. */
    static List<Action> available() {
        return Available.ACTIONS;
    }

    /** One that can be done as things stand, the heavier ones more often. */
    static Action choose(Play play) {
        List<Action> possible = available().stream()
                .filter(action -> action.possible().test(play))
                .toList();
        int drawn =
                play.random.nextInt(possible.stream().mapToInt(Action::weight).sum());
        for (Action action : possible) {
            drawn -= action.weight();
            if (drawn < 0) {
                return action;
            }
        }
        throw new AssertionError("The weights do not add up");
    }

    static void settle(Play play) {
        Mapping.resumeAll(play);
        play.tell("settle");
        play.world.settle();
        play.world.audit().require(Moment.SETTLED);
        Carrying.lookAround(play);
        Asking.reconciled(play);
    }

    private static final class Available {
        static final List<Action> ACTIONS = ALL.stream().filter(Action::exists).toList();
    }
}
