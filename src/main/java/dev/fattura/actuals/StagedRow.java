package dev.fattura.actuals;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Company;
import dev.fattura.ledger.ConnectionRole;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.ContractLine;
import dev.fattura.ledger.Dimensions;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Project;
import dev.fattura.ledger.StagedActual;
import dev.fattura.ledger.TransactionType;
import dev.fattura.maps.FinanceEnums;
import dev.fattura.maps.FinancialDimensions;
import dev.fattura.maps.OptionSets;
import dev.fattura.maps.Relationship;
import dev.fattura.maps.TableMaps;
import dev.fattura.maps.TargetRow;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import dev.fattura.money.Price;
import dev.fattura.money.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** How an actual of the office becomes a row of the actuals staging table: as the table maps say (domain.md 3.1, 4.5). */
final class StagedRow {

    private StagedRow() {}

    /** The row. @throws dev.fattura.maps.SyncFailure if the maps cannot carry the actual or one of its relationships */
    static StagedActual of(Actual actual, TableMaps maps) {
        List<TargetRow> relationships = actual.connections().stream()
                .map(connection -> new Relationship(actual, connection))
                .filter(maps.relationships()::takes)
                .map(maps.relationships()::row)
                .toList();
        return of(maps.actuals().row(actual), relationships, actual.shards());
    }

    /** @param shards over how many partitions the invoice is spread: of our own making, so no column of any map */
    private static StagedActual of(TargetRow row, List<TargetRow> relationships, int shards) {
        TransactionType type = row.read("TRANSTYPE", FinanceEnums::transactionType);
        CurrencyCode currency = row.read("TRANSACTIONCURRENCYID", CurrencyCode::new);
        return new StagedActual(
                row.read("ACTUALID", StagedRow::actual),
                type,
                row.read("TRANSACTIONCLASSIFICATION", OptionSets::transactionClass),
                row.read("BILLINGTYPE", FinanceEnums::billingType),
                row.read("QUANTITY", Quantity::of),
                row.read("UNITPRICE", price -> Price.of(price, currency)),
                row.read("AMOUNT", amount -> Money.of(new BigDecimal(amount), currency)),
                row.read("DOCUMENTDATE", LocalDate::parse),
                row.read("ACCOUNTINGDATE", LocalDate::parse),
                dimensions(row),
                row.optional("INVOICEPROPOSALID", Invoice.Id::new).orElse(null),
                related(relationships, ConnectionRole.BILLED_SALES, ConnectionRole.UNBILLED_SALES)
                        .orElse(null),
                type == TransactionType.BILLED_SALES
                        ? null
                        : related(relationships, ConnectionRole.REVERSING, ConnectionRole.ORIGINAL)
                                .orElse(null),
                shards);
    }

    private static Dimensions dimensions(TargetRow row) {
        return new Dimensions(
                row.read("DATAAREAID", Company.Id::new),
                row.read("CONTRACTID", Contract.Id::new),
                row.read("CONTRACTLINEID", ContractLine.Id::new),
                row.optional("PROJECTID", Project.Id::new).orElse(null),
                row.text("CUSTOMERACCOUNTNUMBER"),
                row.text("UNITOFMEASURE"),
                row.optionalText("BOOKABLERESOURCENAME"),
                row.optionalText("DESCRIPTION"),
                row.optionalText("TRANSACTIONCATEGORYID"),
                row.optional("DEFAULTDIMENSION", FinancialDimensions::parse).orElse(Map.of()));
    }

    /** The other actual of the first relationship in which this one plays that role and the other one that. */
    private static Optional<Actual.Id> related(
            List<TargetRow> relationships, ConnectionRole role, ConnectionRole otherRole) {
        return relationships.stream()
                .filter(row -> row.text("TRANSACTION1ROLE").equals(OptionSets.of(role))
                        && row.text("TRANSACTION2ROLE").equals(OptionSets.of(otherRole)))
                .map(row -> row.read("TRANSACTION2ID", StagedRow::actual))
                .findFirst();
    }

    private static Actual.Id actual(String id) {
        return new Actual.Id(UUID.fromString(id));
    }
}
