/** A password as the staff table keeps it. */
class Hash {
    public static void main(String... arguments) {
        System.out.println(io.quarkus.elytron.security.common.BcryptUtil.bcryptHash(arguments[0]));
    }
}
