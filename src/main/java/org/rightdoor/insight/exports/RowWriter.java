package org.rightdoor.insight.exports;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Writes rows one by one as they come from the database, so that a table of any size takes the same memory. */
interface RowWriter {

    void write(ResultSet row) throws SQLException, IOException;

    /** Writes what ends the file; the stream stays open. */
    void close() throws IOException;
}
