package pbx.settings;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.metatype.AttributeDefinition;

/** Metatype's types: their classes, and text turned into them. */
final class Types {
    private Types() {}

    static Class<?> of(int type) {
        return switch (type) {
            case AttributeDefinition.BOOLEAN -> Boolean.class;
            case AttributeDefinition.BYTE -> Byte.class;
            case AttributeDefinition.SHORT -> Short.class;
            case AttributeDefinition.INTEGER -> Integer.class;
            case AttributeDefinition.LONG -> Long.class;
            case AttributeDefinition.FLOAT -> Float.class;
            case AttributeDefinition.DOUBLE -> Double.class;
            case AttributeDefinition.CHARACTER -> Character.class;
            default -> String.class;
        };
    }

    /** Bits of a whole number; 0: the type is none. */
    static int bits(int type) {
        return switch (type) {
            case AttributeDefinition.BYTE -> Byte.SIZE;
            case AttributeDefinition.SHORT -> Short.SIZE;
            case AttributeDefinition.INTEGER -> Integer.SIZE;
            case AttributeDefinition.LONG -> Long.SIZE;
            default -> 0;
        };
    }

    /** Empty: a whole number, but too large for its type. */
    static Optional<Object> read(int type, String text) throws WrongValue {
        return switch (type) {
            case AttributeDefinition.BOOLEAN -> Optional.of(flag(text));
            case AttributeDefinition.BYTE,
                    AttributeDefinition.SHORT,
                    AttributeDefinition.INTEGER,
                    AttributeDefinition.LONG -> whole(type, text);
            case AttributeDefinition.FLOAT -> Optional.of((float) number(text));
            case AttributeDefinition.DOUBLE -> Optional.of(number(text));
            case AttributeDefinition.CHARACTER -> Optional.of(character(text));
            default -> Optional.of(text);
        };
    }

    private static Optional<Object> whole(int type, String text) throws WrongValue {
        BigInteger number;
        try {
            number = new BigInteger(text.strip());
        } catch (NumberFormatException e) {
            throw new WrongValue(text, "is not a whole number");
        }
        if (number.bitLength() >= bits(type)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (type) {
                    case AttributeDefinition.BYTE -> (Object) number.byteValue();
                    case AttributeDefinition.SHORT -> (Object) number.shortValue();
                    case AttributeDefinition.INTEGER -> (Object) number.intValue();
                    default -> (Object) number.longValue();
                });
    }

    private static double number(String text) throws WrongValue {
        try {
            double number = Double.parseDouble(text.strip());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new WrongValue(text, "is not a number");
    }

    private static boolean flag(String text) throws WrongValue {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new WrongValue(text, "is neither true nor false");
        };
    }

    private static char character(String text) throws WrongValue {
        if (text.length() != 1) {
            throw new WrongValue(text, "is not one character");
        }
        return text.charAt(0);
    }
}
