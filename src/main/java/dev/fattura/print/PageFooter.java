package dev.fattura.print;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;
import dev.fattura.ledger.CustomerInvoice;

/** Writes number and page under every page, so that a sheet that got apart can be put back. */
final class PageFooter extends PdfPageEventHelper {

    private static final int ABOVE_THE_EDGE = 24;

    private final String number;
    private final Font font;

    PageFooter(PrintedInvoice invoice, Font font) {
        CustomerInvoice posted = invoice.proposal().customerInvoice();
        this.number = invoice.title() + " "
                + (posted == null ? invoice.proposal().id().value() : posted.number());
        this.font = font;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        ColumnText.showTextAligned(
                writer.getDirectContent(),
                Element.ALIGN_RIGHT,
                new Phrase(number + ", page " + writer.getPageNumber(), font),
                document.right(),
                ABOVE_THE_EDGE,
                0);
    }
}
