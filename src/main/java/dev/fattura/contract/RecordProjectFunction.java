package dev.fattura.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Project;
import dev.fattura.runtime.Body;
import dev.fattura.runtime.Http;
import dev.fattura.runtime.HttpReply;
import dev.fattura.runtime.Invocation;
import dev.fattura.runtime.Json;
import dev.fattura.runtime.Reply;
import dev.fattura.runtime.Request;
import dev.fattura.store.Office;
import dev.fattura.store.Table;
import io.quarkus.funqy.Funq;

/** {@code PUT /projects/{project}}. */
public class RecordProjectFunction {

    private final Table office;
    private final RecordProject recordProject;

    public RecordProjectFunction(Office office) {
        this.office = office.table();
        this.recordProject = new RecordProject(office.table());
    }

    @Funq("record-project")
    public HttpReply recordProject(Invocation invocation) {
        return Http.command(
                invocation,
                office,
                (request, command) -> Reply.ok(json(recordProject.record(project(request), command))));
    }

    private static Project project(Request request) {
        Project.Id id = new Project.Id(request.pathId("project"));
        Body body = request.body();
        Project project = new Project(id, new Company.Id(body.id("company")), body.text("name"));
        body.end();
        return project;
    }

    private static ObjectNode json(Project project) {
        return Json.object()
                .put("project", project.id().value())
                .put("company", project.company().value())
                .put("name", project.name());
    }
}
