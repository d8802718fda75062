package dev.fattura.writeback;

import dev.fattura.ledger.AccountingDetail;
import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.SyncError;
import dev.fattura.ledger.SyncErrorCode;
import dev.fattura.maps.SyncErrors;
import dev.fattura.maps.SyncFailure;
import dev.fattura.maps.TableMaps;
import dev.fattura.maps.TargetRow;
import dev.fattura.money.CurrencyCode;
import dev.fattura.money.Money;
import dev.fattura.money.Rate;
import dev.fattura.store.AccountingDetailItem;
import dev.fattura.store.ActualItem;
import dev.fattura.store.Item;
import dev.fattura.store.Key;
import dev.fattura.store.PostingItem;
import dev.fattura.store.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes accounting detail to the actuals that it belongs to. A detail is written once; one whose actual is not in the office, or
 * that contradicts the one that is there, is parked and holds up no other.
 */
final class WriteDetails {

    private final Table office;
    private final TableMaps maps;
    private final SyncErrors errors;

    WriteDetails(Table office, TableMaps maps, SyncErrors errors) {
        this.office = office;
        this.maps = maps;
        this.errors = errors;
    }

    /** Writes what can be written of those postings, and parks the rest. */
    void write(List<Item> postings) {
        failures(postings).forEach((posting, failure) -> errors.park(SyncError.Source.FINANCE, posting, failure));
    }

    /** Writes the detail of one posting. @throws SyncFailure if it cannot be written */
    void writeOne(Item posting) {
        failures(List.of(posting)).values().forEach(failure -> {
            throw failure;
        });
    }

    /** Writes what can be written; returns why the others could not be, by the keys of their postings. */
    private Map<Key, SyncFailure> failures(List<Item> postings) {
        Map<Key, SyncFailure> failures = new LinkedHashMap<>();
        Map<Key, AccountingDetail> details = new LinkedHashMap<>();
        for (Item posting : postings) {
            try {
                details.put(posting.key(), detail(posting));
            } catch (SyncFailure failure) {
                failures.put(posting.key(), failure);
            }
        }
        Map<Key, Item> there = there(List.copyOf(details.values()));
        List<AccountingDetail> missing = new ArrayList<>();
        details.forEach((posting, detail) -> {
            Item before = there.get(AccountingDetailItem.key(detail.actual()));
            try {
                requireActual(detail.actual(), there);
                requireSame(before, detail);
                if (before == null) {
                    missing.add(detail);
                }
            } catch (SyncFailure failure) {
                failures.put(posting, failure);
            }
        });
        office.putAll(AccountingDetailItem.encodeAll(missing));
        return failures;
    }

    private AccountingDetail detail(Item item) {
        Posting posting = SyncFailure.reading(
                Crossing.ACCOUNTING, "posting " + item.key().partition(), () -> PostingItem.decode(item));
        TargetRow row = maps.accounting().row(posting);
        CurrencyCode accounting = row.read("msdyn_accountingcurrency.isocurrencycode", CurrencyCode::new);
        CurrencyCode transaction = row.read("transactioncurrencyid.isocurrencycode", CurrencyCode::new);
        return new AccountingDetail(
                row.read("msdyn_actualid", id -> new Actual.Id(UUID.fromString(id))),
                row.read("msdyn_accountingamount", amount -> Money.of(new BigDecimal(amount), accounting)),
                row.read("msdyn_accountingexchangerate", Rate::of),
                row.text("msdyn_externalreferenceid"),
                row.read("msdyn_salestaxamount", amount -> Money.of(new BigDecimal(amount), transaction)));
    }

    private Map<Key, Item> there(List<AccountingDetail> details) {
        List<Actual.Id> actuals =
                details.stream().map(AccountingDetail::actual).distinct().toList();
        return Stream.concat(
                        ActualItem.items(office, actuals).stream(),
                        AccountingDetailItem.items(office, actuals).stream())
                .collect(Collectors.toMap(Item::key, Function.identity()));
    }

    private static void requireActual(Actual.Id actual, Map<Key, Item> there) {
        if (!there.containsKey(ActualItem.key(actual))) {
            throw new SyncFailure(
                    Crossing.ACCOUNTING,
                    SyncErrorCode.TARGET_MISSING,
                    "Unable to look up msdyn_actuals with the value " + actual + ": the actual is not in the office.");
        }
    }

    private static void requireSame(@Nullable Item before, AccountingDetail arriving) {
        if (before == null) {
            return;
        }
        AccountingDetail there = SyncFailure.reading(
                Crossing.ACCOUNTING,
                "accounting detail of actual " + arriving.actual(),
                () -> AccountingDetailItem.decode(before));
        if (!there.equals(arriving)) {
            throw new SyncFailure(
                    Crossing.ACCOUNTING,
                    SyncErrorCode.TARGET_CONTRADICTS,
                    "Actual " + arriving.actual() + " has accounting detail of voucher " + there.voucher()
                            + ", and that of voucher " + arriving.voucher() + " is another.");
        }
    }
}
