package org.rightdoor.portal;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.net.URI;
import java.util.Map;

/** An address as a telephone's camera reads it (ISO/IEC 18004); a quarter of it may be scratched. */
public record QrCode(BitMatrix modules) {

    public static QrCode of(URI address) {
        try {
            var hints = Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q, EncodeHintType.MARGIN, 0);
            return new QrCode(new QRCodeWriter().encode(address.toString(), BarcodeFormat.QR_CODE, 0, 0, hints));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(address + " is too long for a QR code", tooLong);
        }
    }

    /** How many modules a side has. */
    public int side() {
        return modules.getWidth();
    }

    /** The dark parts as the path of an SVG picture, one unit a module. */
    public String path() {
        var path = new StringBuilder();
        for (var y = 0; y < modules.getHeight(); y++) {
            for (var x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) path.append("M%d %dh1v1h-1z".formatted(x, y));
            }
        }
        return path.toString();
    }

    /** The dark parts, as a square of that side; the paper around must stay blank for a tenth of it. */
    Shape drawn(double left, double top, double side) {
        var dark = new Path2D.Double();
        for (var y = 0; y < modules.getHeight(); y++) {
            for (var x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) dark.append(new Rectangle2D.Double(x, y, 1, 1), false);
            }
        }
        var place = AffineTransform.getTranslateInstance(left, top);
        place.scale(side / modules.getWidth(), side / modules.getHeight());
        return dark.createTransformedShape(place);
    }
}
