/** Picture files, turned and cut. */
package org.lynceus.client.picture;
