package org.lynceus.model.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Requirement;

/**
 * Makes a bundle require that a model of a role is installed. The requirement is of effective time {@code active}: the
 * feature resolver heeds it, yet no wire is made, so that swapping a model refreshes nothing.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.PACKAGE})
@Repeatable(RequireModels.class)
@Requirement(namespace = Model.ROLE, filter = "(lynceus.model=${#value})", effective = "active")
public @interface RequireModel {
    /** The role, such as {@code face-mesh}. */
    String value();
}
