/** How often attributes are right, and whether their confidence says how often. */
package org.lynceus.evaluate.attributes;
