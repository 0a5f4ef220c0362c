/** The face operations and how faces look on the wire. */
package org.lynceus.rest.internal.faces;
