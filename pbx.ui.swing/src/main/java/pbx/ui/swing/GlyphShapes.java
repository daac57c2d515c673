package pbx.ui.swing;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.stream.IntStream;

/** The signs that are lines, on the grid of 16 by 16. */
final class GlyphShapes {
    private static final int POINTS = 10;
    private static final int TEETH = 8;

    private GlyphShapes() {}

    static Shape of(Glyph glyph) {
        return switch (glyph) {
            case SWAP -> lines("2.5 5.5 13 5.5", "10 2.5 13 5.5 10 8", "13.5 10.5 3 10.5", "6 8 3 10.5 6 13.5");
            case FORWARD -> lines("2.5 12.5 2.5 9 4.5 6.5 13 6.5", "9.5 3 13 6.5 9.5 10");
            case PARK -> lines("5 13.5 5 2.5 9 2.5 11 3.5 11.5 5.5 11 7.5 9 8.5 5 8.5");
            case CONNECT -> lines("2 8 6 8", "10 8 14 8", "6 5 6 11 8 11", "10 5 10 11 8 11", "6 5 8 5", "10 5 8 5");
            case BACK -> lines("6 3 2.5 6.5 6 10", "2.5 6.5 10 6.5 13 8.5 13 12.5");
            case PEOPLE -> people();
            case CLOCK -> with(circle(8, 8, 6), "8 4.5 8 8 10.5 9.5");
            case ENVELOPE -> lines("2 4 14 4 14 12.5 2 12.5 2 4", "2 4.5 8 9 14 4.5");
            case BUBBLE -> lines("2 3 14 3 14 10.5 7.5 10.5 4.5 13.5 4.5 10.5 2 10.5 2 3");
            case GEAR -> gear();
            case STAR -> star();
            case REPEAT -> lines("13 8 13 10 11.5 12 4 12 2.5 10.5 2.5 6 4 4.5 12 4.5", "9.5 2 12 4.5 9.5 7");
            case SPEAKER ->
                lines("2.5 6 5 6 8.5 3 8.5 13 5 10 2.5 10 2.5 6", "11 6 12 8 11 10", "13 4.5 14.5 8 13 11.5");
            case SAVE -> lines("8 2 8 10", "5 7 8 10 11 7", "2.5 10.5 2.5 13.5 13.5 13.5 13.5 10.5");
            case BIN -> lines("3 4.5 13 4.5", "6 4.5 6 2.5 10 2.5 10 4.5", "4 4.5 4.8 13.5 11.2 13.5 12 4.5");
            case IN -> lines("12.5 3.5 4 12", "4 6 4 12 10 12");
            case OUT -> lines("3.5 12.5 12 4", "6 4 12 4 12 10");
            case MISSED -> lines("2 5 8 11 14 5", "2 9.5 2 5 6.5 5");
            default -> throw new IllegalArgumentException(glyph + " is no line");
        };
    }

    static Shape star() {
        Path2D.Double shape = new Path2D.Double();
        for (int point = 0; point < POINTS; point++) {
            double angle = Math.PI * (point / 5.0 - 0.5);
            double radius = point % 2 == 0 ? 6.6 : 2.8;
            double x = 8 + radius * Math.cos(angle);
            double y = 8.4 + radius * Math.sin(angle);
            if (point == 0) {
                shape.moveTo(x, y);
            } else {
                shape.lineTo(x, y);
            }
        }
        shape.closePath();
        return shape;
    }

    /** @param points x and y, one after the other */
    static Path2D line(String points) {
        double[] numbers = java.util.stream.Stream.of(points.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        Path2D.Double shape = new Path2D.Double();
        shape.moveTo(numbers[0], numbers[1]);
        IntStream.range(1, numbers.length / 2).forEach(i -> shape.lineTo(numbers[2 * i], numbers[2 * i + 1]));
        return shape;
    }

    private static Path2D.Double lines(String... all) {
        Path2D.Double shape = new Path2D.Double();
        for (String one : all) {
            shape.append(line(one), false);
        }
        return shape;
    }

    private static Path2D.Double with(Shape first, String... more) {
        Path2D.Double shape = new Path2D.Double(first);
        shape.append(lines(more), false);
        return shape;
    }

    private static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static Path2D.Double people() {
        Path2D.Double shape = with(circle(5.5, 5.5, 2.3), "1.5 13 1.5 11.5 3.5 10 7.5 10 9.5 11.5 9.5 13");
        shape.append(circle(11, 6, 1.8), false);
        shape.append(line("11.5 10 13 10.3 14.5 11.5 14.5 13"), false);
        return shape;
    }

    private static Shape gear() {
        Area wheel = new Area(circle(8, 8, 4.7));
        Shape tooth = new java.awt.geom.Rectangle2D.Double(-1.2, -6.6, 2.4, 3);
        for (int i = 0; i < TEETH; i++) {
            var turn = java.awt.geom.AffineTransform.getTranslateInstance(8, 8);
            turn.rotate(2 * Math.PI * i / TEETH);
            wheel.add(new Area(turn.createTransformedShape(tooth)));
        }
        Path2D.Double shape = new Path2D.Double(wheel);
        shape.append(circle(8, 8, 1.9), false);
        return shape;
    }
}
