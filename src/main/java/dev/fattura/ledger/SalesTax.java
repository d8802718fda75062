package dev.fattura.ledger;

import dev.fattura.money.Percent;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sales tax set-up of a company (domain.md 3.5): a line bears the codes that its sales tax group and its item sales tax group
 * have in common, each at the rate that is valid on the tax date. Every version is kept; a proposal names the one it goes by.
 *
 * @param version counts from 1; 0 where it follows from the percentages that the company itself names
 * @param codes the rates of each sales tax code
 * @param groups the codes of each sales tax group
 * @param itemGroups the codes of each item sales tax group
 * @param itemGroupDefaults the item sales tax group of each transaction class whose category has none; without either a line bears
 *     no tax
 * @param categoryItemGroups the item sales tax groups of project categories, where they have one
 * @param projectGroups the sales tax groups of projects, where they have one
 */
public record SalesTax(
        Company.Id company,
        long version,
        Map<String, List<DatedRate>> codes,
        Map<String, Set<String>> groups,
        Map<String, Set<String>> itemGroups,
        SalesTaxGroupMethod method,
        Map<TransactionClass, String> itemGroupDefaults,
        Map<String, String> categoryItemGroups,
        Map<String, String> projectGroups,
        TaxDate taxDate,
        TaxRounding rounding) {

    /** The one item sales tax group of a company that only names percentages. */
    private static final String ALL = "ALL";

    /** A rate that is valid from that date until the next one. */
    public record DatedRate(LocalDate from, Percent percent) {}

    public SalesTax {
        codes = Map.copyOf(codes);
        groups = Map.copyOf(groups);
        itemGroups = Map.copyOf(itemGroups);
        itemGroupDefaults = Map.copyOf(itemGroupDefaults);
        categoryItemGroups = Map.copyOf(categoryItemGroups);
        projectGroups = Map.copyOf(projectGroups);
    }

    /**
     * What the percentages mean that a company names for its sales tax groups: one code for each, of the same name, with that rate
     * since ever, on whatever is invoiced; the group is the contract's, and tax is rounded on each line.
     */
    public static SalesTax of(Company company) {
        Map<String, List<DatedRate>> codes = company.salesTaxGroups().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, group -> List.of(new DatedRate(LocalDate.MIN, group.getValue()))));
        return new SalesTax(
                company.id(),
                0,
                codes,
                codes.keySet().stream().collect(Collectors.toMap(Function.identity(), code -> Set.of(code))),
                Map.of(ALL, codes.keySet()),
                SalesTaxGroupMethod.CONTRACT,
                Stream.of(TransactionClass.values()).collect(Collectors.toMap(Function.identity(), every -> ALL)),
                Map.of(),
                Map.of(),
                TaxDate.INVOICE_DATE,
                TaxRounding.LINE);
    }

    /** The sales tax group of a line by the method; null if there is none, and so no tax. */
    public @Nullable String group(Contract contract, String customer, Project.@Nullable Id project) {
        String ofProject = project == null ? null : projectGroups.get(project.value());
        String ofCustomer = contract.agreedWith(customer)
                .map(ContractCustomer::salesTaxGroup)
                .orElse(null);
        return switch (method) {
            case PROJECT -> ofProject;
            case CONTRACT -> contract.salesTaxGroup();
            case CUSTOMER -> ofCustomer;
            case SEARCH ->
                Stream.of(
                                Optional.ofNullable(ofProject),
                                Optional.ofNullable(contract.salesTaxGroup()),
                                Optional.ofNullable(ofCustomer))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(null);
        };
    }

    /** The item sales tax group of a project category, else of the transaction class; null if neither has one, and so no tax. */
    public @Nullable String itemGroup(TransactionClass transactionClass, String category) {
        String ofCategory = categoryItemGroups.get(category);
        return ofCategory == null ? itemGroupDefaults.get(transactionClass) : ofCategory;
    }

    /** The codes that both groups have, in the order of their names; none where one of the groups is missing. */
    public Set<String> common(@Nullable String group, @Nullable String itemGroup) {
        if (group == null || itemGroup == null) {
            return Set.of();
        }
        Set<String> common = new TreeSet<>(groups.getOrDefault(group, Set.of()));
        common.retainAll(itemGroups.getOrDefault(itemGroup, Set.of()));
        return common;
    }

    /** The rate of a code on that date; empty if none is valid yet. */
    public Optional<Percent> percent(String code, LocalDate date) {
        return codes.getOrDefault(code, List.of()).stream()
                .filter(rate -> !rate.from().isAfter(date))
                .max((one, other) -> one.from().compareTo(other.from()))
                .map(DatedRate::percent);
    }

    /** The date on which the rates of a line must hold. */
    public LocalDate taxDate(LocalDate invoiceDate, LocalDate projectDate) {
        return switch (taxDate) {
            case INVOICE_DATE -> invoiceDate;
            case PROJECT_DATE -> projectDate;
        };
    }

    /** Why a line of these groups cannot be taxed on that date; empty if it can. */
    public Optional<Gap> gap(@Nullable String group, @Nullable String itemGroup, LocalDate date) {
        if (group != null && !groups.containsKey(group)) {
            return Optional.of(new Gap(
                    WaitingReason.SALES_TAX_GROUP_UNKNOWN,
                    "Company " + company + " has no sales tax group " + group + "."));
        }
        if (itemGroup != null && !itemGroups.containsKey(itemGroup)) {
            return Optional.of(new Gap(
                    WaitingReason.SALES_TAX_GROUP_UNKNOWN,
                    "Company " + company + " has no item sales tax group " + itemGroup + "."));
        }
        return common(group, itemGroup).stream()
                .filter(code -> percent(code, date).isEmpty())
                .findFirst()
                .map(code -> new Gap(
                        WaitingReason.SALES_TAX_CODE_RATE_MISSING,
                        "Sales tax code " + code + " of company " + company + " has no rate that is valid on " + date
                                + "."));
    }

    /** What the set-up lacks for a line. */
    public record Gap(WaitingReason reason, String cause) {

        public Gap {
            Objects.requireNonNull(reason);
        }
    }

    /** The same content as another version. */
    public SalesTax atVersion(long other) {
        return new SalesTax(
                company,
                other,
                codes,
                groups,
                itemGroups,
                method,
                itemGroupDefaults,
                categoryItemGroups,
                projectGroups,
                taxDate,
                rounding);
    }
}
