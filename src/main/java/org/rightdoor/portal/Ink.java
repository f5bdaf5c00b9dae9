package org.rightdoor.portal;

import java.awt.geom.PathIterator;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Draws shapes onto a page of a PDF, letters' outlines among them. */
public final class Ink {

    /** Where among its coordinates a segment of a path ends, by {@link PathIterator}'s numbers for segments. */
    private static final int[] ENDS = {0, 0, 2, 4};

    private Ink() {}

    /** Fills the path with the colour that is set, in the page's own coordinates. */
    public static void fill(PathIterator path, PDPageContentStream page) throws IOException {
        var p = new float[6];
        float x = 0;
        float y = 0;
        for (; !path.isDone(); path.next()) {
            var segment = path.currentSegment(p);
            switch (segment) {
                case PathIterator.SEG_MOVETO -> page.moveTo(p[0], p[1]);
                case PathIterator.SEG_LINETO -> page.lineTo(p[0], p[1]);
                case PathIterator.SEG_CUBICTO -> page.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
                case PathIterator.SEG_QUADTO -> quadratic(x, y, p, page);
                default -> page.closePath();
            }
            if (segment == PathIterator.SEG_CLOSE) continue;
            x = p[ENDS[segment]];
            y = p[ENDS[segment] + 1];
        }
        page.fill();
    }

    // A PDF knows only cubic curves.
    private static void quadratic(float x, float y, float[] p, PDPageContentStream page) throws IOException {
        page.curveTo(
                x + 2 * (p[0] - x) / 3,
                y + 2 * (p[1] - y) / 3,
                p[2] + 2 * (p[0] - p[2]) / 3,
                p[3] + 2 * (p[1] - p[3]) / 3,
                p[2],
                p[3]);
    }
}
