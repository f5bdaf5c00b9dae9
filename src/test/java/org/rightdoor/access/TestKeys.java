package org.rightdoor.access;

import java.util.UUID;
import org.rightdoor.TestStaff;

/** Keys of programs, as if an administrator had made them. */
public final class TestKeys {

    public static final String EVERYTHING =
            "inquiries:create,inquiries:read,inquiries:reply,mail:receive,insight:read,tables:export";

    private TestKeys() {}

    /** A good key for all departments, with those scopes, by comma. */
    public static String key(String scopes) {
        return key(scopes, "");
    }

    /** A good key for those departments, by comma. */
    public static String key(String scopes, String departments) {
        var secret = "rd_" + UUID.randomUUID();
        TestStaff.sql(
                """
                insert into api_key (name, hash, begins, scopes, departments, created_by)
                values ('A program', encode(sha256(convert_to(?, 'UTF8')), 'hex'), 'rd_', string_to_array(?, ','),
                        string_to_array(?, ','), 'Ruth')""",
                secret,
                scopes,
                departments);
        return secret;
    }

    /** A key with all scopes that opens nothing any more. */
    public static String revoked() {
        return changed("revoked_at = now(), revoked_by = 'Ruth'");
    }

    public static String expired() {
        return changed("expires_at = now()");
    }

    private static String changed(String how) {
        var secret = key(EVERYTHING);
        TestStaff.sql(
                "update api_key set " + how + " where hash = encode(sha256(convert_to(?, 'UTF8')), 'hex')", secret);
        return secret;
    }
}
