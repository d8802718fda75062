package dev.fattura.posting;

import dev.fattura.ledger.ProposalLine;
import dev.fattura.ledger.RefusalCode;
import dev.fattura.ledger.Refused;
import dev.fattura.ledger.SalesTax;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The groups by which a line is to bear sales tax; null keeps one, and an empty one is none. */
public record GroupsChange(@Nullable String salesTaxGroup, @Nullable String itemSalesTaxGroup) {

    boolean isNothing() {
        return salesTaxGroup == null && itemSalesTaxGroup == null;
    }

    /** The line in its new groups, with the tax of before. @throws Refused if the set-up has no such group */
    ProposalLine of(ProposalLine line, SalesTax setUp) {
        return line.inGroups(
                group(
                        salesTaxGroup,
                        line.taxation().salesTaxGroup(),
                        setUp.groups().keySet(),
                        "salesTaxGroup"),
                group(
                        itemSalesTaxGroup,
                        line.taxation().itemSalesTaxGroup(),
                        setUp.itemGroups().keySet(),
                        "itemSalesTaxGroup"));
    }

    private static @Nullable String group(
            @Nullable String wanted, @Nullable String before, Set<String> known, String member) {
        if (wanted == null) {
            return before;
        }
        if (wanted.isEmpty()) {
            return null;
        }
        if (!known.contains(wanted)) {
            throw new Refused(
                    RefusalCode.SALES_TAX_GROUP_UNKNOWN,
                    "There is no group " + wanted + " in the sales tax set-up by which the proposal was computed.",
                    "/" + member);
        }
        return wanted;
    }
}
