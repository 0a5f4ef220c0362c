/** Resources for people with curl, and health checks. */
package org.lynceus.rest.internal.people;
