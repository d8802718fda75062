package dev.fattura.maps;

import dev.fattura.ledger.Actual;
import dev.fattura.ledger.Contract;
import dev.fattura.ledger.Crossing;
import dev.fattura.ledger.Invoice;
import dev.fattura.ledger.Posting;
import dev.fattura.ledger.Proposal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All table maps, read and checked once, at the start. */
public final class TableMaps {

    private final Map<Crossing, TableMap> maps = new EnumMap<>(Crossing.class);
    private final TableMapping<Contract> contracts;
    private final TableMapping<Invoice> proposals;
    private final TableMapping<Actual> actuals;
    private final TableMapping<Relationship> relationships;
    private final TableMapping<Posting> accounting;
    private final TableMapping<Proposal> customerInvoices;

    private TableMaps(Function<String, @Nullable String> files) {
        for (Crossing crossing : Crossing.values()) {
            maps.put(crossing, read(crossing, files));
        }
        contracts = TableMapping.of(of(Crossing.CONTRACTS), OfficeEntities.CONTRACTS, FinanceTargets.CONTRACTS);
        proposals = TableMapping.of(of(Crossing.PROPOSALS), OfficeEntities.INVOICES, FinanceTargets.PROPOSALS);
        actuals = TableMapping.of(of(Crossing.ACTUALS), ActualEntities.ACTUALS, FinanceTargets.STAGING);
        relationships =
                TableMapping.of(of(Crossing.RELATIONSHIPS), ActualEntities.RELATIONSHIPS, FinanceTargets.RELATIONSHIPS);
        accounting = TableMapping.of(of(Crossing.ACCOUNTING), FinanceEntities.POSTINGS, OfficeTargets.ACTUALS);
        customerInvoices = TableMapping.of(
                of(Crossing.CUSTOMER_INVOICES), FinanceEntities.CUSTOMER_INVOICES, OfficeTargets.INVOICES);
    }

    /** The maps of this artifact. @throws BadTableMap if one of them cannot be used */
    public static TableMaps load() {
        return new TableMaps(TableMaps::resource);
    }

    /**
     * The maps of those files.
     *
     * @param files the text of a file by its name, or null where there is none
     * @throws BadTableMap if one of them cannot be used
     */
    public static TableMaps read(Function<String, @Nullable String> files) {
        return new TableMaps(files);
    }

    /** The name of the file of a map. */
    static String file(Crossing crossing) {
        return "maps/" + crossing.code() + ".json";
    }

    public TableMap of(Crossing crossing) {
        TableMap map = maps.get(crossing);
        if (map == null) {
            throw new IllegalStateException("No map of " + crossing);
        }
        return map;
    }

    public TableMapping<Contract> contracts() {
        return contracts;
    }

    public TableMapping<Invoice> proposals() {
        return proposals;
    }

    public TableMapping<Actual> actuals() {
        return actuals;
    }

    public TableMapping<Relationship> relationships() {
        return relationships;
    }

    public TableMapping<Posting> accounting() {
        return accounting;
    }

    public TableMapping<Proposal> customerInvoices() {
        return customerInvoices;
    }

    private static TableMap read(Crossing crossing, Function<String, @Nullable String> files) {
        String text = files.apply(file(crossing));
        if (text == null) {
            throw new BadTableMap(
                    crossing, List.of(new BadTableMap.Problem("the file", MapProblem.FILE_MISSING, "it is not there")));
        }
        return MapFile.read(crossing, text);
    }

    /** The text of a file of this artifact, or null where there is none. */
    public static @Nullable String resource(String name) {
        try (InputStream file = TableMaps.class.getResourceAsStream("/" + name)) {
            return file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
