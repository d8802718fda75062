package dev.fattura.store;

import dev.fattura.ledger.Company;
import dev.fattura.ledger.Project;
import java.util.Optional;

/** Projects of the office. */
public final class ProjectItem {

    public static final String KIND = "project";

    private ProjectItem() {}

    public static Key key(Project.Id project) {
        return new Key("PROJECT#" + project, "HEADER");
    }

    public static Optional<Project> find(Table table, Project.Id project) {
        return table.get(key(project)).map(ProjectItem::decode);
    }

    public static Item encode(Project project) {
        return Item.of(key(project.id()), KIND)
                .text("project", project.id())
                .text("company", project.company())
                .text("name", project.name())
                .texts("financialDimensions", project.financialDimensions())
                .build();
    }

    public static Project decode(Item item) {
        return new Project(
                new Project.Id(item.text("project")),
                new Company.Id(item.text("company")),
                item.text("name"),
                item.read().texts("financialDimensions"));
    }
}
