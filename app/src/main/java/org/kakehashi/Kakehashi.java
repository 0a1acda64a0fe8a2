package org.kakehashi;

import org.kakehashi.launch.Launch;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The program. [Launch] reads the command line, prepares the database and starts the rooms.
@SpringBootApplication
public class Kakehashi {
    public static void main(String[] args) {
        System.exit(Launch.run(Kakehashi.class, args));
    }
}
