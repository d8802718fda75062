package dev.fattura.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.Identifiers;
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
import java.util.Map;
import java.util.TreeMap;

/** {@code PUT /projects/{project}}. */
public class RecordProjectFunction {

    /** So that the dimensions of an actual, which every fact about it has, stay small. */
    private static final int MOST_DIMENSIONS = 10;

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
        Project project = new Project(
                id,
                new Company.Id(body.id("company")),
                body.text("name"),
                body.optionalObject("dimensions")
                        .map(RecordProjectFunction::dimensions)
                        .orElse(Map.of()));
        body.end();
        return project;
    }

    private static Map<String, String> dimensions(Body body) {
        Map<String, String> dimensions = new TreeMap<>();
        for (String name : body.names()) {
            if (!Identifiers.isGiven(name) || dimensions.size() == MOST_DIMENSIONS) {
                throw body.invalid(
                        name,
                        "must be one of at most " + MOST_DIMENSIONS
                                + " dimensions, its name 1 to 60 letters, digits, dots, underscores or hyphens");
            }
            dimensions.put(name, body.id(name));
        }
        return dimensions;
    }

    private static ObjectNode json(Project project) {
        ObjectNode json = Json.object()
                .put("project", project.id().value())
                .put("company", project.company().value())
                .put("name", project.name());
        if (!project.financialDimensions().isEmpty()) {
            json.set("dimensions", Json.texts(project.financialDimensions()));
        }
        return json;
    }
}
