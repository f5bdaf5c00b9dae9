package org.rightdoor.understand;

import java.util.ArrayList;
import java.util.List;

/** A small district's training texts, enough to tell five topics and two languages apart. */
final class Texts {

    static final List<TrainingText> DISTRICT = district();

    private Texts() {}

    private static List<TrainingText> district() {
        var texts = new ArrayList<TrainingText>();
        add(
                texts,
                "bus-late",
                "en",
                """
                The bus is late again, where is it?
                bus 14 has not come yet
                How late is the bus this morning?
                Our school bus is running twenty minutes behind
                Is the afternoon bus delayed by the snow?""");
        add(
                texts,
                "bus-late",
                "es",
                """
                El autobús llega tarde otra vez
                ¿Por qué está retrasado el camión de la escuela?
                el bus no ha llegado a la parada todavía""");
        add(
                texts,
                "enroll-new",
                "en",
                """
                How do I enroll my child in kindergarten?
                What documents do I need to register a new student?
                We are moving to the county and want to register our son
                When does enrollment open for next year?
                Is proof of residency needed to enroll?""");
        add(
                texts,
                "enroll-new",
                "es",
                """
                ¿Cómo inscribo a mi hija en el kínder?
                ¿Qué documentos necesito para la inscripción?
                Queremos registrar a nuestro hijo en una escuela nueva""");
        add(
                texts,
                "meal-menu",
                "en",
                """
                What is for lunch today?
                Where can I find the lunch menu?
                Does the cafeteria serve breakfast every day?
                Are there vegetarian meals on the menu?
                The pizza in the cafeteria is cold""");
        add(
                texts,
                "meal-menu",
                "es",
                """
                ¿Qué hay de almuerzo hoy?
                ¿Dónde está el menú de la cafetería?
                Mi niño no come carne, hay otra comida?""");
        add(
                texts,
                "tech-login",
                "en",
                """
                I forgot my password for the parent portal
                My son cannot log in to his laptop
                The portal says my account is locked
                How do I reset a student password?
                The chromebook does not accept the login""");
        add(
                texts,
                "tech-login",
                "es",
                """
                Olvidé mi contraseña del portal
                No puedo entrar a la cuenta de mi hijo
                La computadora no acepta la clave""");
        add(
                texts,
                "front-absence",
                "en",
                """
                My daughter is sick and will not be in school today
                How do I report an absence?
                Leo has a dentist appointment and will miss the morning
                Do I need a doctor's note for three days absent?
                She has a fever, please excuse her""");
        add(
                texts,
                "front-absence",
                "es",
                """
                Mi hija está enferma y hoy va a faltar
                ¿Cómo aviso de una ausencia?
                Tiene fiebre y no irá a clases mañana""");
        return List.copyOf(texts);
    }

    private static void add(List<TrainingText> texts, String topic, String language, String lines) {
        lines.lines().forEach(line -> texts.add(new TrainingText(topic, language, line)));
    }
}
