package dev.fattura.contract;

import dev.fattura.ledger.Command;
import dev.fattura.ledger.Project;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.store.Attempts;
import dev.fattura.store.CommandWrites;
import dev.fattura.store.Condition;
import dev.fattura.store.ProjectItem;
import dev.fattura.store.Table;
import dev.fattura.store.Write;
import java.util.List;
import java.util.Optional;

/** Records a project, once. */
public final class RecordProject {

    private final Table office;

    public RecordProject(Table office) {
        this.office = office;
    }

    /** The project as it is recorded. @throws Refused if it is recorded with other content */
    public Project record(Project project, Command command) {
        return Attempts.untilDone(() -> attempt(project, command));
    }

    private Optional<Project> attempt(Project project, Command command) {
        Optional<Project> existing = ProjectItem.find(office, project.id());
        if (existing.isPresent()) {
            if (!existing.get().equals(project)) {
                throw new Refused(
                        RefusalCode.ALREADY_RECORDED, "Project " + project.id() + " is recorded with other content.");
            }
            return existing;
        }
        boolean done = office.commit(
                        CommandWrites.of(command, List.of(Write.put(ProjectItem.encode(project), Condition.ABSENT))))
                .done();
        return done ? Optional.of(project) : Optional.empty();
    }
}
